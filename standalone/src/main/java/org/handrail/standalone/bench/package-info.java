/** Measurements as commands: what they print is figures and the bounds that the same run measured, never a verdict. */
@NullMarked
package org.handrail.standalone.bench;

import org.jspecify.annotations.NullMarked;
