package org.handrail.followup.queue.web;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.handrail.followup.queue.Priority;
import org.handrail.followup.queue.TaskPosition;
import org.handrail.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/** Positions in the queue as they travel in addresses. */
public final class Cursors {

    private Cursors() {
    }

    public static @Nullable String write(@Nullable TaskPosition position) {
        return position == null ? null : Base64.getUrlEncoder().withoutPadding().encodeToString(
                (position.ended() + "|" + position.priority() + "|" + position.dueAt() + "|" + position.id())
                        .getBytes(StandardCharsets.UTF_8));
    }

    public static @Nullable TaskPosition read(@Nullable String cursor) {
        if (cursor == null || cursor.isEmpty()) {
            return null;
        }
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split("\\|");
            Instant dueAt = Instant.parse(parts[2]);
            if (parts.length != 4 || dueAt.isBefore(Instant.EPOCH) || dueAt.isAfter(Instant.parse("9999-01-01T00:00:00Z"))) {
                throw new IllegalArgumentException("not a position");
            }
            return new TaskPosition(
                    Boolean.parseBoolean(parts[0]), Priority.valueOf(parts[1]), dueAt, UUID.fromString(parts[3]));
        } catch (IllegalArgumentException | DateTimeException | IndexOutOfBoundsException e) {
            throw Problem.invalid("cursor", "must be a cursor that an earlier page named as next");
        }
    }
}
