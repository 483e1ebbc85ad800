package org.handrail.notifier.disclosure.jdbc;

import static org.handrail.notifier.jdbc.Columns.instant;
import static org.handrail.notifier.jdbc.Columns.instantOrNull;
import static org.handrail.notifier.jdbc.Columns.utc;
import static org.handrail.notifier.jdbc.Columns.utcOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.handrail.notifier.disclosure.DisclosureConsent;
import org.handrail.notifier.disclosure.DisclosureConsent.End;
import org.handrail.notifier.disclosure.DisclosureConsent.Why;
import org.handrail.notifier.disclosure.Disclosures;
import org.handrail.notifier.disclosure.Gate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/** Disclosures in PostgreSQL. An end and a question lock the consent, so that the one or the other comes first. */
public final class JdbcDisclosures implements Disclosures {

    private static final String RECORD = """
            insert into disclosure_consent (consent_id, client_id, client_name, discloser, recipient, recipient_id, what,
                scope, purpose, right_to_revoke_told, expires_at, expires_on, signed_by, signed_at, recorded_by,
                recorded_at)
            values (?, ?, ?, ?, ?, ?, ?, ?::text[], ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
            """;
    private static final String CONSENTS = """
            select c.*, e.why, e.how, e.recorded_by as ended_by, e.occurred_at as ended_at
            from disclosure_consent c left join lateral (
                select * from disclosure_consent_end e where e.consent_id = c.consent_id
                order by why desc limit 1) e on true
            where c.client_id = ?
            """;
    private static final String LOCK = "select 1 from disclosure_consent where client_id = ? order by consent_id for %s";
    private static final String END = """
            insert into disclosure_consent_end (consent_id, why, how, recorded_by, occurred_at, recorded_at)
            select consent_id, ?, ?, ?, ?, ? from disclosure_consent where client_id = ? and consent_id = ?
            on conflict do nothing
            """;
    private static final String LOG = """
            insert into disclosure (disclosure_id, client_id, recipient_id, scope, consent_id, refused, asked_by, at)
            values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
            """;

    private final JdbcTemplate jdbc;
    private final TransactionOperations transaction;
    private final Clock clock;

    public JdbcDisclosures(JdbcTemplate jdbc, TransactionOperations transaction, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public boolean record(DisclosureConsent consent) {
        return jdbc.update(RECORD, consent.consentId(), consent.clientId(), consent.clientName(), consent.discloser(),
                consent.recipient(), consent.recipientId(), consent.what(), consent.scope().toArray(String[]::new),
                consent.purpose(), consent.rightToRevokeTold(), utcOrNull(consent.expiresAt()), consent.expiresOn(),
                consent.signedBy(), utcOrNull(consent.signedAt()), consent.recordedBy(),
                utc(consent.recordedAt())) == 1;
    }

    @Override
    public Optional<DisclosureConsent> end(UUID clientId, UUID consentId, End end) {
        return Objects.requireNonNull(transaction.execute(status -> {
            lock(clientId, "update");
            jdbc.update(END, end.why().name(), end.how(), end.recordedBy(), utc(end.occurredAt()),
                    utc(clock.instant()), clientId, consentId);
            return of(clientId).stream().filter(consent -> consent.consentId().equals(consentId)).findFirst();
        }));
    }

    @Override
    public List<DisclosureConsent> of(UUID clientId) {
        return jdbc.query(CONSENTS, (row, n) -> consent(row), clientId);
    }

    @Override
    public Gate.Verdict ask(Ask ask) {
        return Objects.requireNonNull(transaction.execute(status -> {
            lock(ask.clientId(), "share");
            Instant now = clock.instant();
            Gate.Verdict verdict = Gate.decide(of(ask.clientId()).stream()
                    .filter(consent -> consent.recipientId().equals(ask.recipientId())).toList(), ask.scope(), now);
            UUID consent = verdict instanceof Gate.Verdict.Allowed allowed ? allowed.consentId() : null;
            String refused = verdict instanceof Gate.Verdict.Refused why ? why.reason() : null;
            jdbc.update(LOG, ask.disclosureId(), ask.clientId(), ask.recipientId(), ask.scope(), consent, refused,
                    ask.askedBy(), utc(now));
            return verdict;
        }));
    }

    @Override
    public List<Asked> log(UUID clientId) {
        return jdbc.query("select * from disclosure where client_id = ? order by at desc, disclosure_id",
                (row, n) -> new Asked(new Ask(row.getObject("disclosure_id", UUID.class), clientId,
                        row.getString("recipient_id"), row.getString("scope"), row.getString("asked_by")),
                        row.getObject("consent_id", UUID.class), row.getString("refused"), instant(row, "at")), clientId);
    }

    private void lock(UUID clientId, String mode) {
        jdbc.queryForList(LOCK.formatted(mode), Integer.class, clientId);
    }

    private static DisclosureConsent consent(ResultSet row) throws SQLException {
        return new DisclosureConsent(row.getObject("consent_id", UUID.class), row.getObject("client_id", UUID.class),
                row.getString("client_name"), row.getString("discloser"), row.getString("recipient"),
                row.getString("recipient_id"), row.getString("what"),
                Set.of((String[]) row.getArray("scope").getArray()), row.getString("purpose"),
                row.getBoolean("right_to_revoke_told"), instantOrNull(row, "expires_at"), row.getString("expires_on"),
                row.getString("signed_by"), instantOrNull(row, "signed_at"), row.getString("recorded_by"),
                instant(row, "recorded_at"), end(row));
    }

    private static @Nullable End end(ResultSet row) throws SQLException {
        String why = row.getString("why");
        return why == null ? null : new End(Why.valueOf(why), row.getString("how"), row.getString("ended_by"),
                instant(row, "ended_at"));
    }
}
