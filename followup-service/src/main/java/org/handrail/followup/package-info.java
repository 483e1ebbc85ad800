/** Follow-up: applies schedules to what happened, keeps the staff's queue, serves the console. */
@NullMarked
package org.handrail.followup;

import org.jspecify.annotations.NullMarked;
