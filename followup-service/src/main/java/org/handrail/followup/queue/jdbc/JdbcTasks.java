package org.handrail.followup.queue.jdbc;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.handrail.followup.queue.NewTask;
import org.handrail.followup.queue.TaskKind;
import org.handrail.followup.queue.Tasks;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Raises and closes tasks, a handful of statements however many there are. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class JdbcTasks implements Tasks {

    private final JdbcClient jdbc;

    public JdbcTasks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void raise(NewTask task, Instant at) {
        raiseAll(List.of(task), at);
    }

    @Override
    public void raiseAll(Iterable<NewTask> tasks, Instant at) {
        List<NewTask> fresh = newOnes(tasks);
        insert(fresh.stream().filter(task -> task.kind() != TaskKind.CALL_BACK).toList(), at);
        insertOrAskAgain(fresh.stream().filter(task -> task.kind() == TaskKind.CALL_BACK).toList(), at);
    }

    /** Those whose key was not known, entered as sources still without a task. */
    private List<NewTask> newOnes(Iterable<NewTask> tasks) {
        // in the order of their keys: two instances raising the same ones wait for each other, never in a circle
        Map<String, NewTask> byKey = new TreeMap<>();
        tasks.forEach(task -> byKey.putIfAbsent(task.taskKey(), task));
        if (byKey.isEmpty()) {
            return List.of();
        }
        Collection<NewTask> all = byKey.values();
        Set<String> fresh = new HashSet<>(jdbc.sql("""
                        insert into task_source (task_key, enrolment_id, step_key)
                        select * from unnest(:keys::text[], :enrolments::uuid[], :steps::text[])
                        on conflict do nothing
                        returning task_key
                        """)
                .param("keys", texts(all, NewTask::taskKey))
                .param("enrolments", texts(all, NewTask::enrolmentId))
                .param("steps", texts(all, NewTask::stepKey))
                .query(String.class).list());
        return all.stream().filter(task -> fresh.contains(task.taskKey())).toList();
    }

    private void insert(List<NewTask> tasks, Instant at) {
        if (tasks.isEmpty()) {
            return;
        }
        List<UUID> ids = ids(tasks.size());
        jdbc.sql("""
                        insert into task (id, client_id, kind, title, reason, priority, due_at, on_call, raised_at)
                        select id, client, kind, title, reason, priority, due, on_call, :at
                        from unnest(:ids::uuid[], :clients::uuid[], :kinds::text[], :titles::text[], :reasons::text[],
                                    :priorities::smallint[], :dues::timestamptz[], :onCalls::boolean[])
                             as raised (id, client, kind, title, reason, priority, due, on_call)
                        """)
                .param("ids", texts(ids, UUID::toString))
                .param("clients", texts(tasks, NewTask::clientId))
                .param("kinds", texts(tasks, NewTask::kind))
                .param("titles", texts(tasks, NewTask::title))
                .param("reasons", texts(tasks, NewTask::reason))
                .param("priorities", texts(tasks, task -> task.priority().ordinal()))
                .param("dues", texts(tasks, NewTask::dueAt))
                .param("onCalls", texts(tasks, NewTask::onCall))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        link(texts(tasks, NewTask::taskKey), texts(ids, UUID::toString));
    }

    private List<UUID> ids(int count) {
        return jdbc.sql("select uuidv7() from generate_series(1, :count)").param("count", count)
                .query(UUID.class).list();
    }

    private void insertOrAskAgain(List<NewTask> tasks, Instant at) {
        Map<UUID, CallBack> byClient = new TreeMap<>();
        tasks.forEach(task -> byClient.merge(task.clientId(), CallBack.of(task), CallBack::and));
        Map<UUID, UUID> ids = new LinkedHashMap<>();
        byClient.forEach((client, callBack) -> ids.put(client, insertOrAskAgain(callBack, at)));
        link(texts(tasks, NewTask::taskKey), texts(tasks, task -> ids.get(task.clientId())));
    }

    private UUID insertOrAskAgain(CallBack callBack, Instant at) {
        NewTask task = callBack.task();
        return jdbc.sql("""
                        insert into task (client_id, kind, title, reason, priority, due_at, on_call, asked, raised_at)
                        values (:client, 'CALL_BACK', :title, :reason, :priority, :due, :onCall, :asked, :at)
                        on conflict (client_id) where kind = 'CALL_BACK' and state = 'OPEN' do update
                        set asked    = task.asked + excluded.asked,
                            priority = least(greatest(task.priority - excluded.asked, 0), excluded.priority),
                            due_at   = least(task.due_at, excluded.due_at),
                            on_call  = task.on_call or excluded.on_call,
                            version  = task.version + 1
                        returning id
                        """)
                .param("client", task.clientId())
                .param("title", task.title())
                .param("reason", task.reason())
                .param("priority", callBack.priority())
                .param("due", callBack.dueAt().atOffset(ZoneOffset.UTC))
                .param("onCall", callBack.onCall())
                .param("asked", callBack.asked())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(UUID.class).single();
    }

    private void link(@Nullable String[] keys, @Nullable String[] ids) {
        if (keys.length == 0) {
            return;
        }
        jdbc.sql("""
                        update task_source set task_id = raised.id
                        from unnest(:keys::text[], :ids::uuid[]) as raised (key, id)
                        where task_key = raised.key
                        """)
                .param("keys", keys).param("ids", ids).update();
    }

    @Override
    public void closeForEnrolment(UUID enrolmentId, String reason, Instant at) {
        // tasks before their sources, as when one is completed: two who wait for each other's rows wait for ever
        jdbc.sql("""
                        select id from task
                        where state = 'OPEN' and id in (select task_id from task_source
                                                        where enrolment_id = :enrolment and withdrawn_at is null)
                        order by id for update
                        """)
                .param("enrolment", enrolmentId).query(UUID.class).list();
        // a call-back that something else still asks for stays open
        jdbc.sql("""
                        with withdrawn as (
                            update task_source set withdrawn_at = :at
                            where enrolment_id = :enrolment and withdrawn_at is null
                            returning task_key, task_id)
                        update task
                        set state = 'CLOSED', ended_at = :at, ended_reason = :reason, version = version + 1
                        where state = 'OPEN'
                          and id in (select task_id from withdrawn)
                          and not exists (select from task_source other
                                          where other.task_id = task.id and other.withdrawn_at is null
                                            and other.enrolment_id is distinct from :enrolment)
                        """)
                .param("enrolment", enrolmentId).param("reason", reason).param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public void closeCallBacks(UUID clientId, String reason, Instant at) {
        jdbc.sql("""
                        update task
                        set state = 'CLOSED', ended_at = :at, ended_reason = :reason, version = version + 1
                        where client_id = :client and kind = 'CALL_BACK' and state = 'OPEN'
                        """)
                .param("client", clientId).param("reason", reason).param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static <T> @Nullable String[] texts(Collection<T> values, Function<T, @Nullable Object> field) {
        return values.stream().map(value -> Objects.toString(field.apply(value), null)).toArray(String[]::new);
    }
}
