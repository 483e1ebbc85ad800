/** The one clock. */
@NullMarked
package org.handrail.platform.time;

import org.jspecify.annotations.NullMarked;
