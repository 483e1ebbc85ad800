/** Appointments and their changes in PostgreSQL. */
@NullMarked
package org.handrail.intake.appointment.jdbc;

import org.jspecify.annotations.NullMarked;
