package org.handrail.followup.queue.jdbc;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
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

    /** @param id that it will have if it is a task of its own */
    private record Fresh(NewTask task, UUID id) {
    }

    @Override
    public void raiseAll(Iterable<NewTask> tasks, Instant at) {
        Map<Boolean, List<Fresh>> fresh = newOnes(tasks).stream()
                .collect(Collectors.partitioningBy(each -> each.task().kind() == TaskKind.CALL_BACK));
        insert(fresh.get(false), at);
        insertOrAskAgain(fresh.get(true), at);
    }

    /** Those whose key was not known, in the order of their keys. */
    private List<Fresh> newOnes(Iterable<NewTask> tasks) {
        // in the order of their keys: two instances raising the same ones wait for each other, never in a circle
        Map<String, NewTask> byKey = new TreeMap<>();
        tasks.forEach(task -> byKey.putIfAbsent(task.taskKey(), task));
        if (byKey.isEmpty()) {
            return List.of();
        }
        Collection<NewTask> all = byKey.values();
        return jdbc.sql("""
                        insert into task_source (task_key, task_id, enrolment_id, step_key)
                        select key, uuidv7(), enrolment, step
                        from unnest(:keys::text[], :enrolments::uuid[], :steps::text[]) as asked (key, enrolment, step)
                        on conflict do nothing
                        returning task_key, task_id
                        """)
                .param("keys", texts(all, NewTask::taskKey))
                .param("enrolments", texts(all, NewTask::enrolmentId))
                .param("steps", texts(all, NewTask::stepKey))
                .query((row, n) -> new Fresh(Objects.requireNonNull(byKey.get(row.getString("task_key"))),
                        row.getObject("task_id", UUID.class)))
                .list();
    }

    private void insert(List<Fresh> tasks, Instant at) {
        if (tasks.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into task (id, client_id, kind, title, reason, priority, due_at, on_call, raised_at)
                        select id, client, kind, title, reason, priority, due, on_call, :at
                        from unnest(:ids::uuid[], :clients::uuid[], :kinds::text[], :titles::text[], :reasons::text[],
                                    :priorities::smallint[], :dues::timestamptz[], :onCalls::boolean[])
                             as raised (id, client, kind, title, reason, priority, due, on_call)
                        """)
                .param("ids", texts(tasks, Fresh::id))
                .param("clients", texts(tasks, each -> each.task().clientId()))
                .param("kinds", texts(tasks, each -> each.task().kind()))
                .param("titles", texts(tasks, each -> each.task().title()))
                .param("reasons", texts(tasks, each -> each.task().reason()))
                .param("priorities", texts(tasks, each -> each.task().priority().ordinal()))
                .param("dues", texts(tasks, each -> each.task().dueAt()))
                .param("onCalls", texts(tasks, each -> each.task().onCall()))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    private void insertOrAskAgain(List<Fresh> tasks, Instant at) {
        if (tasks.isEmpty()) {
            return;
        }
        Map<UUID, CallBack> byClient = new TreeMap<>();
        tasks.forEach(each -> byClient.merge(
                each.task().clientId(), CallBack.of(each.task(), each.id()), CallBack::and));
        Map<UUID, UUID> open = insertOrAskAgain(byClient.values(), at);
        link(tasks.stream().filter(each -> !each.id().equals(open.get(each.task().clientId())))
                .map(each -> new Fresh(each.task(), open.get(each.task().clientId()))).toList());
    }

    /** @return the open call-back of each client */
    private Map<UUID, UUID> insertOrAskAgain(Collection<CallBack> callBacks, Instant at) {
        Map<UUID, UUID> ids = new HashMap<>();
        jdbc.sql("""
                        insert into task (id, client_id, kind, title, reason, priority, due_at, on_call, asked,
                            raised_at)
                        select id, client, 'CALL_BACK', title, reason, priority, due, on_call, asked, :at
                        from unnest(:ids::uuid[], :clients::uuid[], :titles::text[], :reasons::text[],
                                    :priorities::smallint[], :dues::timestamptz[], :onCalls::boolean[],
                                    :asked::integer[])
                             as raised (id, client, title, reason, priority, due, on_call, asked)
                        on conflict (client_id) where kind = 'CALL_BACK' and state = 'OPEN' do update
                        set asked    = task.asked + excluded.asked,
                            priority = least(greatest(task.priority - excluded.asked, 0), excluded.priority),
                            due_at   = least(task.due_at, excluded.due_at),
                            on_call  = task.on_call or excluded.on_call,
                            version  = task.version + 1
                        returning client_id, id
                        """)
                .param("ids", texts(callBacks, CallBack::id))
                .param("clients", texts(callBacks, each -> each.task().clientId()))
                .param("titles", texts(callBacks, each -> each.task().title()))
                .param("reasons", texts(callBacks, each -> each.task().reason()))
                .param("priorities", texts(callBacks, CallBack::priority))
                .param("dues", texts(callBacks, CallBack::dueAt))
                .param("onCalls", texts(callBacks, CallBack::onCall))
                .param("asked", texts(callBacks, CallBack::asked))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(row -> {
                    ids.put(row.getObject("client_id", UUID.class), row.getObject("id", UUID.class));
                });
        return ids;
    }

    private void link(List<Fresh> sources) {
        if (sources.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        update task_source set task_id = raised.id
                        from unnest(:keys::text[], :ids::uuid[]) as raised (key, id)
                        where task_key = raised.key
                        """)
                .param("keys", texts(sources, each -> each.task().taskKey()))
                .param("ids", texts(sources, Fresh::id))
                .update();
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

    @Override
    public void takeBack(String taskKey, String reason, @Nullable NewTask otherwise, Instant at) {
        // the task before its source, as when one is completed
        Boolean touched = jdbc.sql("""
                        select state = 'COMPLETED' or assignee is not null from task
                        where state <> 'CLOSED' and id = (select task_id from task_source where task_key = :key)
                        for update
                        """)
                .param("key", taskKey).query(Boolean.class).optional().orElse(null);
        if (touched == null) {
            return;
        }
        if (touched) {
            if (otherwise != null) {
                raise(otherwise, at);
            }
            return;
        }
        jdbc.sql("""
                        with withdrawn as (
                            update task_source set withdrawn_at = :at
                            where task_key = :key and withdrawn_at is null
                            returning task_key, task_id)
                        update task
                        set state = 'CLOSED', ended_at = :at, ended_reason = :reason, version = version + 1
                        where state = 'OPEN'
                          and id in (select task_id from withdrawn)
                          and not exists (select from task_source other
                                          where other.task_id = task.id and other.withdrawn_at is null
                                            and other.task_key <> :key)
                        """)
                .param("key", taskKey).param("reason", reason).param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static <T> @Nullable String[] texts(Collection<T> values, Function<T, @Nullable Object> field) {
        return values.stream().map(value -> Objects.toString(field.apply(value), null)).toArray(String[]::new);
    }
}
