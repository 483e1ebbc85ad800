/** What operators see of the mailbox and of what came back. */
@NullMarked
package org.handrail.notifier.bounce.metrics;

import org.jspecify.annotations.NullMarked;
