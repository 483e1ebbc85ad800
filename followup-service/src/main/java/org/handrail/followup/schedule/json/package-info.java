/**
 * Schedules as definitions in JSON or YAML: read with every fault at its place, and written. What is stored is JSON as
 * {@link org.handrail.followup.schedule.json.ScheduleWriter} gives it.
 */
@NullMarked
package org.handrail.followup.schedule.json;

import org.jspecify.annotations.NullMarked;
