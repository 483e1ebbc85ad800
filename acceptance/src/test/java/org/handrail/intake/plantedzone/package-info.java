/** A planted violation, for the architecture test alone. */
@NullMarked
package org.handrail.intake.plantedzone;

import org.jspecify.annotations.NullMarked;
