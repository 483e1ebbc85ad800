package org.handrail.followup.queue.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.handrail.followup.queue.Ending;
import org.handrail.followup.queue.Holder;
import org.handrail.followup.queue.Priority;
import org.handrail.followup.queue.Task;
import org.handrail.followup.queue.TaskKind;
import org.handrail.followup.queue.TaskOutcome;
import org.jspecify.annotations.Nullable;

/** Rows of {@code task}. */
final class TaskRows {

    private TaskRows() {
    }

    static Task task(ResultSet row, int number) throws SQLException {
        return new Task(
                row.getObject("id", UUID.class),
                row.getInt("version"),
                row.getObject("client_id", UUID.class),
                TaskKind.valueOf(row.getString("kind")),
                row.getString("title"),
                row.getString("reason"),
                Priority.values()[row.getInt("priority")],
                instant(row, "due_at"),
                row.getBoolean("on_call"),
                row.getInt("asked"),
                instant(row, "raised_at"),
                holder(row),
                ending(row));
    }

    private static @Nullable Holder holder(ResultSet row) throws SQLException {
        UUID assignee = row.getObject("assignee", UUID.class);
        return assignee == null ? null : new Holder(assignee, instant(row, "taken_at"));
    }

    private static @Nullable Ending ending(ResultSet row) throws SQLException {
        return switch (row.getString("state")) {
            case "COMPLETED" -> new Ending.Completed(TaskOutcome.valueOf(row.getString("outcome")),
                    row.getString("note"), row.getObject("ended_by", UUID.class), instant(row, "ended_at"));
            case "CLOSED" -> new Ending.Closed(row.getString("ended_reason"), instant(row, "ended_at"));
            default -> null;
        };
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
