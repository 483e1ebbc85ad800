/** The running stack under a clock that jumps: what lies ahead, what is still moving, what has just happened. */
@NullMarked
package org.handrail.standalone.demo.stage;

import org.jspecify.annotations.NullMarked;
