/** The direct way to notifier-service. */
@NullMarked
package org.handrail.followup.queue.http;

import org.jspecify.annotations.NullMarked;
