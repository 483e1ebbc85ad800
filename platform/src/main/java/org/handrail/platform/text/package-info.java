/** What people write, read by simple rules that more than one service goes by. */
@NullMarked
package org.handrail.platform.text;

import org.jspecify.annotations.NullMarked;
