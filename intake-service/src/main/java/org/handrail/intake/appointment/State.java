package org.handrail.intake.appointment;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.handrail.contract.AppointmentStatus;
import org.handrail.contract.intake.AppointmentChanged.CancelledBy;
import org.jspecify.annotations.Nullable;

/**
 * Where an appointment stands after everything told of it: the newest thing told gives the status, the newest that
 * names a time gives the time. The same whatever the order in which they arrived.
 */
public record State(
        AppointmentStatus status, Start start, Instant bookedAt, Instant occurredAt,
        @Nullable CancelledBy cancelledBy) {

    /** Empty while nothing has named a time. */
    public static Optional<State> after(Collection<Told> everything) {
        List<Told> ordered = everything.stream().sorted(Told.ORDER).toList();
        Optional<Start> start = ordered.stream().map(Told::start).filter(Objects::nonNull).reduce((a, b) -> b);
        return start.map(time -> {
            Told newest = ordered.get(ordered.size() - 1);
            return new State(newest.kind().status(), time, bookedAt(ordered), newest.occurredAt(),
                    newest.cancelledBy());
        });
    }

    private static Instant bookedAt(List<Told> ordered) {
        return ordered.stream().map(Told::bookedAt).filter(Objects::nonNull).min(Comparator.naturalOrder())
                .orElseGet(() -> ordered.stream().filter(told -> told.start() != null)
                        .map(Told::occurredAt).findFirst().orElseThrow());
    }

    boolean sameAs(State other) {
        return status == other.status && start.equals(other.start) && cancelledBy == other.cancelledBy;
    }
}
