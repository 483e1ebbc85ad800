package org.handrail.followup.client.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.handrail.followup.FollowupDatabase;
import org.handrail.followup.audit.jdbc.RetentionConfiguration;
import org.handrail.messaging.retention.Retention;
import org.handrail.messaging.retention.RetentionRule;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

class RetentionTest {

    private static final Instant NOW = Instant.parse("2033-01-05T03:00:00Z");
    private static final Duration YEAR = Duration.ofDays(366);

    private final FollowupDatabase database = new FollowupDatabase();
    private final JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());

    @Test
    void removesWhatIsOldEnoughBySeveralInstancesAndNothingElse() throws Exception {
        jdbc.update("""
                insert into audit_log (at, account_id, action)
                select ?::timestamptz - make_interval(days => n), ?, 'client.viewed' from generate_series(1, 4000) as n
                """, NOW.atOffset(ZoneOffset.UTC), UUID.randomUUID());
        UUID old = task("COMPLETED", NOW.minus(YEAR.multipliedBy(7)));
        UUID recent = task("COMPLETED", NOW.minus(YEAR));
        UUID open = task("OPEN", null);

        List<Map<String, Integer>> removed = runAtOnce(3);

        assertThat(removed.stream().mapToInt(each -> each.get("followup.audit")).sum()).isEqualTo(4000 - 2192);
        assertThat(jdbc.queryForObject("select count(*) from audit_log", Integer.class)).isEqualTo(2192);
        assertThat(jdbc.queryForList("select id from task", UUID.class)).containsExactlyInAnyOrder(recent, open)
                .doesNotContain(old);
        assertThat(retention().run().values()).containsOnly(0);
    }

    @Test
    void leavesTheTrailAppendOnlyForEverybodyElse() {
        jdbc.update("insert into audit_log (at, account_id, action) values (now(), ?, 'x')", UUID.randomUUID());

        assertThatThrownBy(() -> jdbc.update("delete from audit_log")).hasStackTraceContaining("never changed");
        assertThatThrownBy(() -> jdbc.update("update audit_log set action = 'y'")).hasStackTraceContaining("never changed");
        assertThatThrownBy(() -> RetentionRule.atLeastSixYears("HANDRAIL_RETENTION_AUDIT", YEAR.multipliedBy(5)))
                .hasMessageContaining("HANDRAIL_RETENTION_AUDIT");
    }

    private List<Map<String, Integer>> runAtOnce(int instances) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(instances);
        try {
            List<Future<Map<String, Integer>>> runs = new ArrayList<>();
            for (int i = 0; i < instances; i++) {
                Retention retention = retention();
                runs.add(pool.submit(retention::run));
            }
            List<Map<String, Integer>> removed = new ArrayList<>();
            for (Future<Map<String, Integer>> run : runs) {
                removed.add(run.get());
            }
            return removed;
        } finally {
            pool.shutdownNow();
        }
    }

    private Retention retention() {
        return new Retention(jdbc, database.transaction(),
                RetentionConfiguration.rules(RetentionRule.SIX_YEARS, RetentionRule.SIX_YEARS),
                Clock.fixed(NOW, ZoneOffset.UTC), new SimpleMeterRegistry());
    }

    private UUID task(String state, Instant ended) {
        UUID id = UUID.randomUUID();
        jdbc.update("""
                insert into task (id, client_id, kind, title, reason, priority, due_at, on_call, raised_at, state, outcome,
                    ended_at)
                values (?, ?, 'CALL', 'task.call-back', 'x', 2, now(), false, now(), ?, ?, ?)
                """, id, UUID.randomUUID(), state, state.equals("OPEN") ? null : "DONE",
                ended == null ? null : ended.atOffset(ZoneOffset.UTC));
        jdbc.update("insert into task_source (task_key, task_id) values (?, ?)", id.toString(), id);
        return id;
    }
}
