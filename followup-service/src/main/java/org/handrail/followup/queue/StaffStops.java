package org.handrail.followup.queue;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Stops heard by staff, kept until they are in force and after. */
public interface StaffStops {

    /** In the caller's transaction; a task has one stop, the first one told stays. Whether this one is the first. */
    boolean enter(StaffStop stop, Instant nextAttempt);

    Optional<StaffStop> ofTask(UUID taskId);

    /** A client's stops, newest first. */
    List<StaffStop> ofClient(UUID clientId);

    /** Which of the tasks have a stop that is not in force yet. */
    Collection<UUID> tasksWaiting(Collection<UUID> taskIds);

    /** In the caller's transaction. Whether it was not in force before. */
    boolean inForce(UUID stopId, Instant since);

    /** Those whose next attempt has come; no other instance gets them before {@code leaseUntil}. */
    List<StaffStop> claimDue(Instant at, Instant leaseUntil, int atMost);
}
