/** A planted violation, for the architecture test alone. */
@NullMarked
package org.handrail.intake.plantedcycleback;

import org.jspecify.annotations.NullMarked;
