/** What followup-service asks notifier-service to send, or no longer to send. */
@NullMarked
package org.handrail.contract.reminders;

import org.jspecify.annotations.NullMarked;
