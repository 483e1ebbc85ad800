/** The API of schedules. */
@NullMarked
package org.handrail.followup.schedule.web;

import org.jspecify.annotations.NullMarked;
