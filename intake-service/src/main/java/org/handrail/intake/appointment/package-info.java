/** Appointments as sources tell of them, in whatever order: the newest change counts. */
@NullMarked
package org.handrail.intake.appointment;

import org.jspecify.annotations.NullMarked;
