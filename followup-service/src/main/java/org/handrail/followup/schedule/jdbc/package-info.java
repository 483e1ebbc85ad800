/** Schedules in PostgreSQL. */
@NullMarked
package org.handrail.followup.schedule.jdbc;

import org.jspecify.annotations.NullMarked;
