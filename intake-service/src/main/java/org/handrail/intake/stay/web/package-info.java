/** The admissions and discharges API. */
@NullMarked
package org.handrail.intake.stay.web;

import org.jspecify.annotations.NullMarked;
