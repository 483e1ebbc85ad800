package org.handrail.followup.queue;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The queue as the rest of the service sees it. Every call belongs to the caller's transaction. */
public interface Tasks {

    /**
     * Raises a task once a {@code taskKey}. A {@link TaskKind#CALL_BACK} for a client who has one open raises that
     * one's count and priority instead, and never makes it due later.
     */
    void raise(NewTask task, Instant at);

    /** As {@link #raise}, for many at once. */
    default void raiseAll(Iterable<NewTask> tasks, Instant at) {
        tasks.forEach(task -> raise(task, at));
    }

    /** Closes what an enrolment left open; {@code reason} is a code for the timeline. */
    void closeForEnrolment(UUID enrolmentId, String reason, Instant at);

    /** Closes a client's open call-back: an answered call did its work. */
    void closeCallBacks(UUID clientId, String reason, Instant at);

    /**
     * What asked for the task of that key takes it back. While nobody has taken the task it is closed, unless something
     * else still asks for it; once somebody has, or has completed it, {@code otherwise} is raised, if it is given. Does
     * nothing for a key that was never raised, or whose task the facts have closed.
     */
    void takeBack(String taskKey, String reason, @Nullable NewTask otherwise, Instant at);
}
