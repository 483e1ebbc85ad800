package org.handrail.followup.queue.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.handrail.followup.FollowupDatabase;
import org.handrail.followup.OwnThreads;
import org.handrail.followup.queue.NewTask;
import org.handrail.followup.queue.Priority;
import org.handrail.followup.queue.TaskKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JdbcTasksTest {

    static final Instant NOON = Instant.parse("2026-03-02T17:00:00Z");

    final FollowupDatabase database = new FollowupDatabase();
    final JdbcTasks tasks = new JdbcTasks(database.jdbc());
    final UUID client = UUID.randomUUID();

    @Test
    void raisesATaskOnceAKey() {
        NewTask call = task("k1", TaskKind.CALL, null, NOON);

        raise(call, call);
        raise(call);

        assertThat(rows()).singleElement().satisfies(row -> assertThat(row)
                .containsEntry("kind", "CALL").containsEntry("asked", 1).containsEntry("version", 1));
    }

    @Test
    void keepsOneOpenCallBackAClientAndRaisesItsCountAndPriority() {
        raise(task("k1", TaskKind.CALL_BACK, null, NOON));
        raise(task("k2", TaskKind.CALL_BACK, null, NOON.plusSeconds(600)));
        raise(task("k2", TaskKind.CALL_BACK, null, NOON.plusSeconds(600)));

        assertThat(rows()).singleElement().satisfies(row -> assertThat(row)
                .containsEntry("asked", 2).containsEntry("priority", Priority.HIGH.ordinal()).containsEntry("due", NOON));
    }

    @Test
    void makesACallBackDueEarlierButNeverLater() {
        raise(task("k1", TaskKind.CALL_BACK, null, NOON));
        raise(task("k2", TaskKind.CALL_BACK, null, NOON.minusSeconds(60)), task("k3", TaskKind.CALL_BACK, null, NOON));

        assertThat(rows()).singleElement().satisfies(row -> assertThat(row)
                .containsEntry("asked", 3).containsEntry("priority", Priority.URGENT.ordinal())
                .containsEntry("due", NOON.minusSeconds(60)));
    }

    @Test
    void startsANewCallBackWhenTheLastOneWasClosed() {
        raise(task("k1", TaskKind.CALL_BACK, null, NOON));
        database.inTransaction(() -> tasks.closeCallBacks(client, "call-answered", NOON));
        raise(task("k1", TaskKind.CALL_BACK, null, NOON), task("k2", TaskKind.CALL_BACK, null, NOON));

        assertThat(rows()).extracting(row -> row.get("state")).containsExactly("CLOSED", "OPEN");
        assertThat(rows()).extracting(row -> row.get("asked")).containsOnly(1);
    }

    @Test
    void twoInstancesRaisingAtOnceMakeOneCallBackAndCountBoth() {
        List<CompletableFuture<Void>> both = IntStream.range(0, 8)
                .mapToObj(n -> CompletableFuture.runAsync(() -> raise(
                        task("same", TaskKind.CALL_BACK, null, NOON), task("k" + n, TaskKind.CALL_BACK, null, NOON)), OwnThreads.EACH))
                .toList();
        both.forEach(CompletableFuture::join);

        assertThat(rows()).singleElement().satisfies(row -> assertThat(row).containsEntry("asked", 9));
    }

    @Test
    void closesWhatAnEnrolmentLeftOpenAndNothingElse() {
        UUID enrolment = UUID.randomUUID();
        raise(task("k1", TaskKind.CALL, enrolment, NOON), task("k2", TaskKind.CALL, UUID.randomUUID(), NOON));

        database.inTransaction(() -> tasks.closeForEnrolment(enrolment, "booked", NOON));

        assertThat(rows()).extracting(row -> row.get("state")).containsExactlyInAnyOrder("CLOSED", "OPEN");
        assertThat(rows()).filteredOn(row -> row.get("state").equals("CLOSED"))
                .singleElement().satisfies(row -> assertThat(row).containsEntry("ended_reason", "booked"));
    }

    @Test
    void keepsACallBackOpenThatAnotherEnrolmentStillAsksFor() {
        UUID first = UUID.randomUUID();
        UUID second = UUID.randomUUID();
        raise(task("k1", TaskKind.CALL_BACK, first, NOON), task("k2", TaskKind.CALL_BACK, second, NOON));

        database.inTransaction(() -> tasks.closeForEnrolment(first, "booked", NOON));
        assertThat(rows()).extracting(row -> row.get("state")).containsExactly("OPEN");

        database.inTransaction(() -> tasks.closeForEnrolment(second, "booked", NOON));
        assertThat(rows()).extracting(row -> row.get("state")).containsExactly("CLOSED");
    }

    @Test
    void raisesManyWithAFewStatements() {
        database.inTransaction(() -> tasks.raiseAll(IntStream.range(0, 500)
                .mapToObj(n -> new NewTask("n" + n, UUID.randomUUID(), null, null,
                        n % 2 == 0 ? TaskKind.CALL : TaskKind.CALL_BACK, "task.call", "reason", Priority.LOW, NOON, false))
                .toList(), NOON));

        assertThat(rows()).hasSize(500);
        assertThat(database.jdbc().sql("select count(*) from task_source where task_id is null")
                .query(Integer.class).single()).isZero();
    }

    private void raise(NewTask... some) {
        database.inTransaction(() -> tasks.raiseAll(List.of(some), NOON.minusSeconds(3600)));
    }

    private NewTask task(String key, TaskKind kind, @Nullable UUID enrolment, Instant due) {
        return new NewTask(key, client, enrolment, enrolment == null ? null : "call-1", kind, "task.call-back",
                "missed-call", Priority.NORMAL, due, false);
    }

    private List<Map<String, Object>> rows() {
        return database.jdbc().sql("select *, due_at as due from task order by raised_at, id")
                .query((row, n) -> {
                    Map<String, Object> values = new java.util.HashMap<>();
                    for (String column : List.of("kind", "asked", "version", "priority", "state", "ended_reason")) {
                        values.put(column, row.getObject(column));
                    }
                    values.put("due", row.getObject("due", java.time.OffsetDateTime.class).toInstant());
                    return values;
                }).list();
    }
}
