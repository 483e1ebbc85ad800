package org.handrail.followup.timeline.web;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import org.handrail.followup.timeline.Timelines.Position;
import org.handrail.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/** Positions in a timeline as they travel in addresses. */
public final class TimelineCursors {

    private static final Instant LAST = Instant.parse("9999-01-01T00:00:00Z");

    private TimelineCursors() {
    }

    public static @Nullable String write(@Nullable Position position) {
        return position == null ? null : Base64.getUrlEncoder().withoutPadding().encodeToString(
                (position.at() + "|" + position.seq()).getBytes(StandardCharsets.UTF_8));
    }

    public static @Nullable Position read(@Nullable String cursor) {
        if (cursor == null || cursor.isEmpty()) {
            return null;
        }
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split("\\|");
            Instant at = Instant.parse(parts[0]);
            if (parts.length != 2 || at.isBefore(Instant.EPOCH) || at.isAfter(LAST)) {
                throw new IllegalArgumentException("not a position");
            }
            return new Position(at, Long.parseLong(parts[1]));
        } catch (IllegalArgumentException | DateTimeException | IndexOutOfBoundsException e) {
            throw Problem.invalid("cursor", "must be a cursor that an earlier page named as next");
        }
    }
}
