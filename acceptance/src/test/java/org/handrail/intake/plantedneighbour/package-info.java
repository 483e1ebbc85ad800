/** A planted violation, for the architecture test alone. */
@NullMarked
package org.handrail.intake.plantedneighbour;

import org.jspecify.annotations.NullMarked;
