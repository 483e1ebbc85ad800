/** The API of enrolments. */
@NullMarked
package org.handrail.followup.enrolment.web;

import org.jspecify.annotations.NullMarked;
