/** A planted violation, for the architecture test alone. */
@NullMarked
package org.handrail.intake.plantedtime;

import org.jspecify.annotations.NullMarked;
