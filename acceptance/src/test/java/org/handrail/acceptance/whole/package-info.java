/** The product as a whole: processes, restarts, the demo. */
@NullMarked
package org.handrail.acceptance.whole;

import org.jspecify.annotations.NullMarked;
