/** The staff's queue of tasks: raised by schedules and by facts, taken and completed by people. */
@NullMarked
package org.handrail.followup.queue;

import org.jspecify.annotations.NullMarked;
