package org.handrail.followup.publishing.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.handrail.followup.jdbc.Columns;
import org.handrail.followup.publishing.Choice;
import org.handrail.followup.publishing.Counts;
import org.handrail.followup.publishing.Move;
import org.handrail.followup.publishing.Moves;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcMoves implements Moves {

    private final JdbcClient jdbc;

    JdbcMoves(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(Move move) {
        jdbc.sql("""
                        insert into schedule_move (move_id, schedule_id, to_version, choice, effective_at, asked_by,
                            state, enrolled, looked_at, reached, expected, outcome, changed_at)
                        values (?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?)""")
                .params(move.id(), move.scheduleId(), move.version(), Json.of(move.choice()),
                        Columns.utc(move.effectiveAt()), move.askedBy(), move.state().name(), move.enrolled(),
                        move.lookedAt(), move.reached(), Json.of(move.expected()), Json.of(move.outcome()),
                        Columns.utc(move.changedAt()))
                .update();
    }

    @Override
    public Optional<Move> hold() {
        return jdbc.sql("""
                        select * from schedule_move where state = 'RUNNING'
                        order by effective_at limit 1 for update skip locked""")
                .query(JdbcMoves::move).optional();
    }

    @Override
    public Optional<Move> hold(UUID moveId) {
        return jdbc.sql("select * from schedule_move where move_id = ? for update").param(moveId)
                .query(JdbcMoves::move).optional();
    }

    @Override
    public Optional<Move> find(UUID moveId) {
        return jdbc.sql("select * from schedule_move where move_id = ?").param(moveId)
                .query(JdbcMoves::move).optional();
    }

    @Override
    public List<Move> of(String scheduleId) {
        return jdbc.sql("select * from schedule_move where schedule_id = ? order by to_version desc").param(scheduleId)
                .query(JdbcMoves::move).list();
    }

    @Override
    public Optional<Move> underWay(String scheduleId) {
        return jdbc.sql("select * from schedule_move where schedule_id = ? and state in ('RUNNING', 'PAUSED')")
                .param(scheduleId).query(JdbcMoves::move).optional();
    }

    @Override
    public void store(Move move) {
        jdbc.sql("""
                        update schedule_move set state = ?, looked_at = ?, reached = ?, outcome = ?::jsonb,
                            changed_at = ?
                        where move_id = ?""")
                .params(move.state().name(), move.lookedAt(), move.reached(), Json.of(move.outcome()),
                        Columns.utc(move.changedAt()), move.id())
                .update();
    }

    @Override
    public List<Ref> next(String scheduleId, int below, @Nullable UUID after, int size) {
        return jdbc.sql("""
                        select enrolment_id, client_id from enrolment
                        where schedule_id = ? and schedule_version < ? and ended_at is null and enrolment_id > ?
                        order by enrolment_id limit ?""")
                .params(scheduleId, below, after == null ? new UUID(0, 0) : after, size)
                .query((row, n) -> new Ref(Columns.id(row, "enrolment_id"), Columns.id(row, "client_id"))).list();
    }

    private static Move move(ResultSet row, int n) throws SQLException {
        return new Move(Columns.id(row, "move_id"), row.getString("schedule_id"), row.getInt("to_version"),
                Json.read(row.getString("choice"), Choice.class), Columns.present(row, "effective_at"),
                Columns.id(row, "asked_by"), Move.State.valueOf(row.getString("state")), row.getLong("enrolled"),
                row.getLong("looked_at"), Columns.uuid(row, "reached"),
                Json.read(row.getString("expected"), Counts.class), Json.read(row.getString("outcome"), Counts.class),
                Columns.present(row, "changed_at"));
    }
}
