package org.handrail.intake.limit;

import java.time.Duration;
import java.time.Instant;

/** How many receipts forms from one place asked for lately, whichever instance took them. */
public interface ReceiptsOfSources {

    Duration WINDOW = Duration.ofDays(1);

    /**
     * Counts one more in the caller's transaction, unless there were so many within the window. Whoever else asks from
     * the same place waits until it ends.
     *
     * @return whether it was counted
     */
    boolean take(SourceDigest source, int limit, Instant now);

    /** @return how many are forgotten, since they lie outside of the window */
    int forgetOld(Instant now);
}
