package org.handrail.followup.publishing.jdbc;

import static org.handrail.followup.jdbc.Columns.id;
import static org.handrail.followup.jdbc.Columns.present;
import static org.handrail.followup.jdbc.Columns.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.handrail.followup.publishing.Draft;
import org.handrail.followup.publishing.Drafts;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
public class JdbcDrafts implements Drafts {

    private final JdbcClient jdbc;

    public JdbcDrafts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Draft add(String scheduleId, @Nullable Integer base, String definition, UUID by, Instant at) {
        Optional<Draft> added = Optional.empty();
        while (added.isEmpty()) {
            // empty when somebody else took the number in this moment
            added = jdbc.sql("""
                            insert into schedule_draft (schedule_id, draft, base, definition, created_by, created_at,
                                                        changed_by, changed_at)
                            select :schedule, coalesce(max(draft), 0) + 1, :base::integer, :definition, :by, :at, :by, :at
                            from schedule_draft where schedule_id = :schedule
                            on conflict do nothing
                            returning *""")
                    .param("schedule", scheduleId).param("base", base).param("definition", definition)
                    .param("by", by).param("at", utc(at))
                    .query(JdbcDrafts::draft).optional();
        }
        return added.get();
    }

    @Override
    public Optional<Draft> find(String scheduleId, int number) {
        return one("", scheduleId, number);
    }

    @Override
    public Optional<Draft> hold(String scheduleId, int number) {
        return one(" for update", scheduleId, number);
    }

    private Optional<Draft> one(String lock, String scheduleId, int number) {
        return jdbc.sql("select * from schedule_draft where schedule_id = ? and draft = ?" + lock)
                .params(scheduleId, number).query(JdbcDrafts::draft).optional();
    }

    @Override
    public List<Draft> of(String scheduleId) {
        return jdbc.sql("select * from schedule_draft where schedule_id = ? and state = 'OPEN' order by draft")
                .param(scheduleId).query(JdbcDrafts::draft).list();
    }

    @Override
    public List<Draft> open() {
        return jdbc.sql("select * from schedule_draft where state = 'OPEN' order by schedule_id, draft")
                .query(JdbcDrafts::draft).list();
    }

    @Override
    public Optional<Draft> change(
            String scheduleId, int number, int revision, @Nullable Integer base, String definition, UUID by,
            Instant at) {
        return jdbc.sql("""
                        update schedule_draft
                        set revision = revision + 1, base = :base, definition = :definition, changed_by = :by,
                            changed_at = :at
                        where schedule_id = :schedule and draft = :draft and revision = :revision and state = 'OPEN'
                        returning *""")
                .param("base", base).param("definition", definition).param("by", by).param("at", utc(at))
                .param("schedule", scheduleId).param("draft", number).param("revision", revision)
                .query(JdbcDrafts::draft).optional();
    }

    @Override
    public Optional<Draft> discard(String scheduleId, int number, int revision, UUID by, Instant at) {
        return end(Draft.State.DISCARDED, scheduleId, number, revision, by, at);
    }

    @Override
    public Optional<Draft> markPublished(String scheduleId, int number, int revision, UUID by, Instant at) {
        return end(Draft.State.PUBLISHED, scheduleId, number, revision, by, at);
    }

    private Optional<Draft> end(
            Draft.State state, String scheduleId, int number, int revision, UUID by, Instant at) {
        return jdbc.sql("""
                        update schedule_draft
                        set revision = revision + 1, state = :state, changed_by = :by, changed_at = :at
                        where schedule_id = :schedule and draft = :draft and revision = :revision and state = 'OPEN'
                        returning *""")
                .param("state", state.name()).param("by", by).param("at", utc(at))
                .param("schedule", scheduleId).param("draft", number).param("revision", revision)
                .query(JdbcDrafts::draft).optional();
    }

    private static Draft draft(ResultSet row, int number) throws SQLException {
        return new Draft(row.getString("schedule_id"), row.getInt("draft"), row.getObject("base", Integer.class),
                row.getInt("revision"), row.getString("definition"), id(row, "created_by"), present(row, "created_at"),
                id(row, "changed_by"), present(row, "changed_at"), Draft.State.valueOf(row.getString("state")));
    }
}
