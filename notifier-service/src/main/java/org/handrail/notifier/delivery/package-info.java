/** The delivery ledger: one row a reminder, the last look that claims it, the loop that sends it. */
@NullMarked
package org.handrail.notifier.delivery;

import org.jspecify.annotations.NullMarked;
