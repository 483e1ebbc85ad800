package org.handrail.notifier.consent.jdbc;

import static java.util.stream.Collectors.groupingBy;
import static org.handrail.notifier.jdbc.Columns.instant;
import static org.handrail.notifier.jdbc.Columns.instantOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.handrail.contract.ExpiryEvent;
import org.handrail.contract.HowGiven;
import org.handrail.contract.Language;
import org.handrail.contract.Purpose;
import org.handrail.contract.intake.ClientDischarged;
import org.handrail.notifier.consent.ConsentAct;
import org.handrail.notifier.consent.Withdrawals.Stopped;
import org.handrail.notifier.jdbc.Columns;
import org.springframework.jdbc.core.JdbcTemplate;

/** The append-only table of acts. */
final class ConsentActs {

    private static final String APPEND = """
            insert into consent_act (client_id, act_id, kind, purpose, wording, language, how, recorded_by,
                                     risk_warning_shown, occurred_at, recorded_at, expires_at, expires_on)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict do nothing
            """;
    private static final String OF_CLIENTS = """
            select a.*, least(a.expires_at, (select min(e.at) from consent_event e where e.client_id = a.client_id
                and e.event = a.expires_on and e.at >= a.occurred_at)) as ends_at
            from consent_act a where a.client_id = any(?::uuid[])
            """;
    private static final String HAPPENED = """
            insert into consent_event (client_id, event, at) values (?, ?, ?) on conflict do nothing
            """;
    private static final String STOPPED_SINCE = """
            select min(recorded_at) from consent_act where client_id = ? and act_id = ? and kind = 'STOPPED'
            """;

    private final JdbcTemplate jdbc;

    ConsentActs(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** An act entered before is left as it was. */
    void append(Collection<ConsentAct> acts) {
        jdbc.batchUpdate(APPEND, acts, 500, (insert, act) -> {
            insert.setObject(1, act.clientId());
            insert.setObject(2, act.actId());
            insert.setString(3, act.kind().name());
            insert.setString(4, act.purpose().name());
            insert.setString(5, act.wording());
            insert.setString(6, act.language() == null ? null : act.language().name());
            insert.setString(7, act.how().name());
            insert.setString(8, act.recordedBy());
            insert.setBoolean(9, act.riskWarningShown());
            insert.setObject(10, Columns.utc(act.occurredAt()));
            insert.setObject(11, Columns.utc(act.recordedAt()));
            insert.setObject(12, Columns.utcOrNull(act.expiresAt()));
            insert.setString(13, act.expiresOn() == null ? null : act.expiresOn().name());
        });
    }

    Map<Stopped, List<ConsentAct>> of(Collection<UUID> clients) {
        return jdbc.query(OF_CLIENTS, (row, n) -> act(row), (Object) clients.toArray(UUID[]::new)).stream()
                .collect(groupingBy(act -> new Stopped(act.clientId(), act.purpose())));
    }

    /** Ends the consents that were to last until then; those given later are not concerned. */
    void discharged(Collection<ClientDischarged> discharges) {
        jdbc.batchUpdate(HAPPENED, discharges, 500, (insert, fact) -> {
            insert.setObject(1, fact.clientId());
            insert.setString(2, ExpiryEvent.DISCHARGED.name());
            insert.setObject(3, Columns.utc(fact.dischargedAt()));
        });
    }

    Instant stoppedSince(UUID clientId, UUID stopId) {
        return Optional.ofNullable(jdbc.queryForObject(STOPPED_SINCE, OffsetDateTime.class, clientId, stopId))
                .orElseThrow(() -> new IllegalStateException("This stop was not entered"))
                .toInstant();
    }

    private static ConsentAct act(ResultSet row) throws SQLException {
        String language = row.getString("language");
        String event = row.getString("expires_on");
        return new ConsentAct(
                row.getObject("client_id", UUID.class),
                row.getObject("act_id", UUID.class),
                ConsentAct.Kind.valueOf(row.getString("kind")),
                Purpose.valueOf(row.getString("purpose")),
                row.getString("wording"),
                language == null ? null : Language.valueOf(language),
                HowGiven.valueOf(row.getString("how")),
                row.getString("recorded_by"),
                row.getBoolean("risk_warning_shown"),
                instant(row, "occurred_at"),
                instant(row, "recorded_at"),
                instantOrNull(row, "ends_at"),
                event == null ? null : ExpiryEvent.valueOf(event));
    }
}
