/** How JSON that came from outside is read. */
@NullMarked
package org.handrail.platform.json;

import org.jspecify.annotations.NullMarked;
