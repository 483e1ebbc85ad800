/** A planted violation, for the architecture test alone. */
@NullMarked
package org.handrail.intake.plantedsleep;

import org.jspecify.annotations.NullMarked;
