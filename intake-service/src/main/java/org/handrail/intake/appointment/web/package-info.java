/** The appointments API. */
@NullMarked
package org.handrail.intake.appointment.web;

import org.jspecify.annotations.NullMarked;
