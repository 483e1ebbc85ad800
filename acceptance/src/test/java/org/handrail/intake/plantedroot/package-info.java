/** A planted violation, for the architecture test alone. */
@NullMarked
package org.handrail.intake.plantedroot;

import org.jspecify.annotations.NullMarked;
