/**
 * Releases steps whose time has come: what a schedule asked for is looked at once more, and leaves as a reminder for
 * the notifier or as a task for staff, or not at all with a reason.
 */
@NullMarked
package org.handrail.followup.dispatch;

import org.jspecify.annotations.NullMarked;
