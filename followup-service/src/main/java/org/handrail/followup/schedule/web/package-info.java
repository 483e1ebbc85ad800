/** Versions of schedules as timelines. */
@NullMarked
package org.handrail.followup.schedule.web;

import org.jspecify.annotations.NullMarked;
