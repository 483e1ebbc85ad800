/** A planted violation, for the architecture test alone. */
@NullMarked
package org.handrail.intake.plantedcycle;

import org.jspecify.annotations.NullMarked;
