package org.handrail.intake.appointment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.handrail.contract.AppointmentKind;
import org.handrail.contract.AppointmentStatus;
import org.handrail.contract.intake.AppointmentChanged;
import org.handrail.contract.intake.AppointmentChanged.Change;
import org.jspecify.annotations.Nullable;

/**
 * An appointment as one source knows it, with everything told of it.
 *
 * @param clientId null while only later changes are known, but not the booking
 * @param version  of the state last published, 0 before
 */
public record Appointment(
        UUID id, @Nullable UUID clientId, @Nullable AppointmentKind kind, int version, List<Told> told) {

    public Appointment {
        told = List.copyOf(told);
    }

    /** What comes of one more thing told. */
    public sealed interface Decision {

        /** The state is new: it is to be published. @param applied whether it is what was told just now that counts */
        record Publish(AppointmentChanged fact, boolean applied) implements Decision {
        }

        /** It is kept, but changes nothing. @param why a code */
        record Keep(String why) implements Decision {
        }

        /** It was told before. */
        record Repeated() implements Decision {
        }
    }

    public Optional<State> state() {
        return clientId == null ? Optional.empty() : State.after(told);
    }

    public Decision decide(Told now) {
        if (told.contains(now)) {
            return new Decision.Repeated();
        }
        List<Told> all = new ArrayList<>(told);
        all.add(now);
        Optional<State> after = clientId == null ? Optional.empty() : State.after(all);
        if (after.isEmpty() || clientId == null || kind == null) {
            return new Decision.Keep("waiting-for-booking");
        }
        boolean newest = all.stream().max(Told.ORDER).orElseThrow().equals(now);
        // version 0: told of before the booking, so that nothing is published yet
        Optional<State> before = version == 0 ? Optional.empty() : state();
        if (before.isEmpty()) {
            return new Decision.Publish(fact(clientId, kind, before, after.get(), latest(all)), newest);
        }
        if (!newest) {
            return new Decision.Keep("older-than-latest");
        }
        return after.get().sameAs(before.get())
                ? new Decision.Keep("nothing-changed")
                : new Decision.Publish(fact(clientId, kind, before, after.get(), latest(all)), true);
    }

    private static Told.Kind latest(List<Told> all) {
        return all.stream().max(Told.ORDER).orElseThrow().kind();
    }

    private AppointmentChanged fact(
            UUID client, AppointmentKind of, Optional<State> before, State after, Told.Kind latest) {
        return new AppointmentChanged(client, id, version + 1, change(before, latest), after.status(), of,
                after.start().local(), after.start().zone(), after.start().instant(), after.start().siteId(),
                after.bookedAt(), after.occurredAt(), after.cancelledBy());
    }

    private static Change change(Optional<State> before, Told.Kind latest) {
        return switch (latest) {
            case ARRIVED -> Change.ARRIVED;
            case NO_SHOW -> Change.NO_SHOW;
            case CANCELLED -> Change.CANCELLED;
            case ENTERED_IN_ERROR -> Change.ENTERED_IN_ERROR;
            case BOOKED, REBOOKED, MOVED -> {
                if (before.isEmpty()) {
                    yield Change.BOOKED;
                }
                yield before.get().status() == AppointmentStatus.BOOKED ? Change.MOVED : Change.REBOOKED;
            }
        };
    }
}
