package org.handrail.followup.timeline.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handrail.followup.FollowupDatabase;
import org.handrail.followup.timeline.TimelineEntry;
import org.junit.jupiter.api.Test;

class JdbcTimelineTest {

    static final Instant NOON = Instant.parse("2026-03-02T17:00:00Z");

    final FollowupDatabase database = new FollowupDatabase();
    final JdbcTimeline timeline = new JdbcTimeline(database.jdbc());
    final UUID client = UUID.randomUUID();

    @Test
    void recordsAnEntryOnce() {
        TimelineEntry entry = entry("step.skipped", Map.of("reason", "consent-absent"));

        database.inTransaction(() -> timeline.record(List.of(entry, entry)));
        database.inTransaction(() -> timeline.record(entry));

        assertThat(database.jdbc().sql("select code || ' ' || (details ->> 'reason') from timeline")
                .query(String.class).list()).containsExactly("step.skipped consent-absent");
    }

    @Test
    void recordsNothingForNothing() {
        database.inTransaction(() -> timeline.record(List.of()));

        assertThat(database.jdbc().sql("select count(*) from timeline").query(Integer.class).single()).isZero();
    }

    private TimelineEntry entry(String code, Map<String, String> details) {
        return new TimelineEntry(UUID.randomUUID(), client, NOON, null, code, details);
    }
}
