/** The delivery ledger's table: queueing, claiming with the last look's facts, settling. */
@NullMarked
package org.handrail.notifier.delivery.jdbc;

import org.jspecify.annotations.NullMarked;
