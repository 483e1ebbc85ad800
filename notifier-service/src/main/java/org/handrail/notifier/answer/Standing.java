package org.handrail.notifier.answer;

import java.time.Instant;
import java.util.UUID;
import org.handrail.contract.AppointmentStatus;
import org.jspecify.annotations.Nullable;

/** Whether an appointment can still be answered about by the mail that asked. */
public sealed interface Standing {

    /** @param given the answer that stands; null: none does */
    record Open(Instant startsAt, String zone, String siteId, @Nullable GivenAnswer given) implements Standing {
    }

    record Closed(Why why) implements Standing {
    }

    enum Why {
        /** Nothing is known of it, or it is somebody else's. */
        UNKNOWN,
        /** The mail is about a time that holds no longer. */
        CHANGED,
        CANCELLED,
        OVER
    }

    /** An appointment as last told. */
    record Known(UUID clientId, int version, AppointmentStatus status, Instant startsAt, String zone, String siteId) {
    }

    static Standing of(Asked asked, @Nullable Known known, @Nullable GivenAnswer given, Instant now) {
        if (known == null || !known.clientId().equals(asked.clientId())) {
            return new Closed(Why.UNKNOWN);
        }
        return switch (known.status()) {
            case CANCELLED, ENTERED_IN_ERROR -> new Closed(Why.CANCELLED);
            case ARRIVED, NO_SHOW -> new Closed(Why.OVER);
            case BOOKED -> known.version() != asked.version() ? new Closed(Why.CHANGED)
                    : now.isBefore(known.startsAt())
                            ? new Open(known.startsAt(), known.zone(), known.siteId(), given)
                            : new Closed(Why.OVER);
        };
    }
}
