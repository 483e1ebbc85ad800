package org.handrail.followup.publishing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The drafts in store. Changes name the revision that they were made from and come back empty, having changed nothing,
 * when the draft is not there, no longer open or no longer at that revision.
 */
public interface Drafts {

    /** Under the next number of its schedule. */
    Draft add(String scheduleId, @Nullable Integer base, String definition, UUID by, Instant at);

    /** In whichever state. */
    Optional<Draft> find(String scheduleId, int number);

    /** As {@link #find}; nobody else changes it until the transaction ends. */
    Optional<Draft> hold(String scheduleId, int number);

    /** The open ones, oldest first. */
    List<Draft> of(String scheduleId);

    /** The open ones of all schedules, also of those that have no version yet. */
    List<Draft> open();

    Optional<Draft> change(
            String scheduleId, int number, int revision, @Nullable Integer base, String definition, UUID by,
            Instant at);

    Optional<Draft> discard(String scheduleId, int number, int revision, UUID by, Instant at);

    Optional<Draft> markPublished(String scheduleId, int number, int revision, UUID by, Instant at);
}
