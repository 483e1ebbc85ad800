package org.handrail.notifier.consent;

import java.time.Instant;
import org.handrail.contract.intake.StopRequested;

/** Takes stops, from wherever they come. */
public interface Stops {

    /**
     * Withdraws the client's preferences for the purposes named and whatever is queued under them, in a transaction
     * of its own. When it returns, no message of these purposes will be claimed for this client any more.
     * Idempotent by {@code stopId}.
     *
     * @return since when it is in force; the first answer again for a stop entered before
     */
    Instant stop(StopRequested stop);
}
