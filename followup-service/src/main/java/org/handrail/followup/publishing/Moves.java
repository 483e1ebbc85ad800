package org.handrail.followup.publishing;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Moves in store. Every call belongs to the caller's transaction. */
public interface Moves {

    record Ref(UUID enrolmentId, UUID clientId) {
    }

    /** One under way at most for each schedule. */
    void add(Move move);

    /** One that is running, held until the transaction ends; one that another instance holds is passed over. */
    Optional<Move> hold();

    /** Held until the transaction ends. */
    Optional<Move> hold(UUID moveId);

    Optional<Move> find(UUID moveId);

    /** Newest first. */
    List<Move> of(String scheduleId);

    Optional<Move> underWay(String scheduleId);

    void store(Move move);

    /** Active enrolments in versions before the given one, in order of enrolment, after the given one. */
    List<Ref> next(String scheduleId, int below, @Nullable UUID after, int size);
}
