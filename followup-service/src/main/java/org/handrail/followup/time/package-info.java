/**
 * Wall clocks, send windows and staffed hours: pure functions from local time to instants. Every local time is worked
 * out from what was declared, never from the result of an earlier shift.
 */
@NullMarked
package org.handrail.followup.time;

import org.jspecify.annotations.NullMarked;
