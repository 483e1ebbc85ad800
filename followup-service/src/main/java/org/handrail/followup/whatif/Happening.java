package org.handrail.followup.whatif;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.handrail.contract.AppointmentKind;
import org.handrail.contract.Purpose;
import org.handrail.followup.queue.TaskOutcome;
import org.jspecify.annotations.Nullable;

/** What happens in the story after its beginning, or before. */
public sealed interface Happening {

    /** The appointment that the story begins with. */
    String FIRST = "first";

    /** Something that happens at one moment and may become known later. */
    sealed interface Told extends Happening {

        Instant at();

        Instant knownAt();
    }

    /**
     * @param appointment  {@link #FIRST}, or the name of one that was booked in the story
     * @param startsAt null but for {@code BOOKED} and {@code MOVED}, and {@code REBOOKED} at another time
     * @param kind     null but for {@code BOOKED}
     */
    record Appointment(
            Instant at, Instant knownAt, Turn turn, String appointment, @Nullable Instant startsAt,
            @Nullable AppointmentKind kind) implements Told {

        public enum Turn { BOOKED, MOVED, CANCELLED, REBOOKED, ENTERED_IN_ERROR, ARRIVED, NO_SHOW }
    }

    record Call(Instant at, Instant knownAt, boolean answered) implements Told {
    }

    record Inquiry(Instant at, Instant knownAt) implements Told {
    }

    record StopSaid(Instant at, Instant knownAt, Set<Purpose> purposes) implements Told {
    }

    record Admitted(Instant at, Instant knownAt) implements Told {
    }

    record Discharged(Instant at, Instant knownAt, boolean againstAdvice) implements Told {
    }

    /** @param until null: until revoked */
    record ConsentGiven(Instant at, Instant knownAt, Purpose purpose, @Nullable Instant until) implements Told {
    }

    record ConsentWithdrawn(Instant at, Instant knownAt, Purpose purpose) implements Told {
    }

    record AddressConfirmed(Instant at, Instant knownAt) implements Told {
    }

    /** The last mail that went comes back. */
    record Bounced(Instant at, Instant knownAt) implements Told {
    }

    record ZoneChanged(Instant at, Instant knownAt, @Nullable String zone) implements Told {
    }

    /**
     * Whenever the step raises a task, staff complete it.
     *
     * @param after since it was raised
     */
    record TaskDone(String step, TaskOutcome outcome, Duration after) implements Happening {
    }

    /** Nothing is released from then until then, and all of it afterwards. */
    record Outage(Instant from, Instant until) implements Happening {
    }
}
