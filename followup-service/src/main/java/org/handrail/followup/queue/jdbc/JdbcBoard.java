package org.handrail.followup.queue.jdbc;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.handrail.followup.queue.Board;
import org.handrail.followup.queue.Ending;
import org.handrail.followup.queue.Holder;
import org.handrail.followup.queue.Task;
import org.handrail.followup.queue.TaskFilter;
import org.handrail.followup.queue.TaskPage;
import org.handrail.followup.queue.TaskPosition;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The board in PostgreSQL. */
@Repository
public class JdbcBoard implements Board {

    private final JdbcClient jdbc;

    public JdbcBoard(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Task> find(UUID taskId) {
        return jdbc.sql("select * from task where id = :id").param("id", taskId).query(TaskRows::task).optional();
    }

    @Override
    public TaskPage page(TaskFilter filter, @Nullable TaskPosition after, int size) {
        // the state is part of the text so that the index over open tasks serves the queue however many have ended
        String state = filter.ended() == null ? "true" : filter.ended() ? "state <> 'OPEN'" : "state = 'OPEN'";
        String order = (filter.ended() == null ? "state <> 'OPEN', " : "") + "priority, due_at, id";
        String from = (filter.ended() == null ? ":afterEnded, " : "") + ":afterPriority, :afterDue, :afterId";
        List<Task> found = jdbc.sql("""
                        select * from task
                        where %s
                          and (:heldBy::uuid is null or assignee = :heldBy)
                          and (not :unassigned or assignee is null)
                          and (:dueBefore::timestamptz is null or due_at < :dueBefore)
                          and (:kind::text is null or kind = :kind)
                          and (:afterId::uuid is null or (%s) > (%s))
                        order by %s
                        limit :limit
                        """.formatted(state, order, from, order))
                .param("heldBy", filter.heldBy())
                .param("unassigned", filter.unassigned())
                .param("dueBefore", utc(filter.dueBefore()))
                .param("kind", filter.kind() == null ? null : filter.kind().name())
                .param("afterEnded", after != null && after.ended())
                .param("afterPriority", after == null ? 0 : after.priority().ordinal())
                .param("afterDue", after == null ? null : utc(after.dueAt()))
                .param("afterId", after == null ? null : after.id())
                .param("limit", size + 1)
                .query(TaskRows::task).list();
        return found.size() <= size ? new TaskPage(found, null)
                : new TaskPage(found.subList(0, size), TaskPosition.of(found.get(size - 1)));
    }

    @Override
    public List<Task> openOf(UUID clientId) {
        return jdbc.sql("""
                        select * from task where client_id = :client and state = 'OPEN'
                        order by priority, due_at, id
                        """)
                .param("client", clientId).query(TaskRows::task).list();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Task> lock(UUID taskId) {
        return jdbc.sql("select * from task where id = :id for update").param("id", taskId)
                .query(TaskRows::task).optional();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void save(Task task) {
        Holder holder = task.holder();
        Ending.Completed completed = task.ending() instanceof Ending.Completed done ? done : null;
        int saved = jdbc.sql("""
                        update task
                        set state = :state, assignee = :assignee, taken_at = :takenAt, outcome = :outcome, note = :note,
                            ended_by = :endedBy, ended_reason = :endedReason, ended_at = :endedAt, version = :version
                        where id = :id and version = :version - 1
                        """)
                .param("id", task.id())
                .param("version", task.version())
                .param("state", task.state().name())
                .param("assignee", holder == null ? null : holder.account())
                .param("takenAt", utc(holder == null ? null : holder.since()))
                .param("outcome", completed == null ? null : completed.outcome().name())
                .param("note", completed == null ? null : completed.note())
                .param("endedBy", completed == null ? null : completed.by())
                .param("endedReason", task.ending() instanceof Ending.Closed closed ? closed.reason() : null)
                .param("endedAt", utc(task.ending() == null ? null : task.ending().at()))
                .update();
        if (saved != 1) {
            throw new IllegalStateException("the task was not locked by who saves it");
        }
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Collection<Asker> askers(UUID taskId) {
        return jdbc.sql("""
                        select distinct enrolment_id, step_key from task_source
                        where task_id = :id and enrolment_id is not null and withdrawn_at is null
                        order by enrolment_id, step_key
                        """)
                .param("id", taskId)
                .query((row, number) -> new Asker(row.getObject("enrolment_id", UUID.class), row.getString("step_key")))
                .list();
    }

    @Override
    public Optional<UUID> unknownMail(UUID taskId) {
        return jdbc.sql("""
                        select substr(task_key, 10, 36)::uuid from task_source
                        where task_id = :id and task_key like 'delivery/%/unknown%'
                        """)
                .param("id", taskId).query(UUID.class).optional();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void letAskAgain(UUID taskId) {
        jdbc.sql("""
                        update task_source set task_key = task_key || '/' || task_id
                        where task_id = :id and task_key like 'delivery/%/unknown'
                        """)
                .param("id", taskId).update();
    }

    @Override
    public int returnTakenBefore(Instant takenBefore) {
        return jdbc.sql("""
                        update task set assignee = null, taken_at = null, version = version + 1
                        where state = 'OPEN' and taken_at < :before
                        """)
                .param("before", utc(takenBefore)).update();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
