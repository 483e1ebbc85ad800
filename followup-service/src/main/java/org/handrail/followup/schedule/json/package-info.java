/** Schedules as JSON: read with every fault at its place, and described for pages and clients of the API. */
@NullMarked
package org.handrail.followup.schedule.json;

import org.jspecify.annotations.NullMarked;
