package org.handrail.followup.publishing;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which version of a schedule is published. Every call belongs to the caller's transaction. */
public interface Versions {

    /**
     * Waits for everybody who is enrolling right now, and keeps others from it until the transaction ends, so that
     * nobody is enrolled in a version that is published no longer without the move knowing of it.
     */
    void holdEnrolling();

    Optional<Integer> published(String scheduleId);

    /**
     * @param definition  JSON
     * @param why         in the words of whoever publishes
     * @param rollsBackTo the earlier version that it brings back; null if none
     * @return the number of the new version
     */
    int publish(
            String scheduleId, String definition, UUID by, String why, @Nullable Integer rollsBackTo, Instant at);
}
