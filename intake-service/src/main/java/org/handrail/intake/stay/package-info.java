/** Admissions and discharges. */
@NullMarked
package org.handrail.intake.stay;

import org.jspecify.annotations.NullMarked;
