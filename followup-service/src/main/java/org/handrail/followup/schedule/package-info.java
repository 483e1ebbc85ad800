/**
 * Follow-up schedules: versioned data that says what is to happen before or after a fact about a client. Pure values;
 * the feature {@code enrolment} applies them.
 */
@NullMarked
package org.handrail.followup.schedule;

import org.jspecify.annotations.NullMarked;
