package org.handrail.followup.publishing;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A version and how it came about.
 *
 * @param by          null for what came with Handrail
 * @param why         in the words of whoever published it; null for what came with Handrail
 * @param rollsBackTo the earlier version whose definition it brought back
 * @param current     whether new anchors enrol in it; otherwise it is retired
 * @param enrolled    how many go by it now
 */
public record PublishedVersion(
        String scheduleId, int version, Instant at, @Nullable UUID by, @Nullable String why,
        @Nullable Integer rollsBackTo, boolean current, long enrolled) {
}
