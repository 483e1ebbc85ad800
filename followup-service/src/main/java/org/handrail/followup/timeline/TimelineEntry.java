package org.handrail.followup.timeline;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of a client's timeline.
 *
 * @param entryId     makes recording idempotent
 * @param at          when it happened, in the source's time
 * @param code        what happened: a message code of the console ({@code appointment.moved}, {@code step.skipped})
 * @param details     values for the message: codes, instants, ids; never identifying, never free text
 */
public record TimelineEntry(
        UUID entryId, UUID clientId, Instant at, @Nullable UUID enrolmentId, String code, Map<String, String> details) {

    public TimelineEntry {
        details = Map.copyOf(details);
    }
}
