package org.handrail.standalone.demo.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.handrail.standalone.demo.ledger.ConsentLine;
import org.handrail.standalone.demo.ledger.DeliveryLine;
import org.handrail.standalone.demo.ledger.Ledgers;
import org.handrail.standalone.demo.ledger.MailStepLine;
import org.handrail.standalone.demo.ledger.TaskLine;
import org.handrail.standalone.demo.ledger.TimelineLine;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Over one read-only connection to the database of the stack. */
public final class JdbcLedgers implements Ledgers {

    private static final JsonMapper JSON = new JsonMapper();

    private final HikariDataSource source;
    private final JdbcClient database;

    public JdbcLedgers(String url, String user, String password) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(1);
        config.setReadOnly(true);
        config.setPoolName("demo");
        this.source = new HikariDataSource(config);
        this.database = JdbcClient.create(source);
    }

    @Override
    public List<TimelineLine> timelineAfter(long seq) {
        return database.sql("""
                select seq, client_id, at, code, details::text as details
                from followup.timeline
                where seq > ?
                order by seq
                """).param(seq).query((row, number) -> new TimelineLine(
                        row.getLong("seq"), id(row, "client_id"), instant(row, "at"), row.getString("code"),
                        JSON.readValue(row.getString("details"), new TypeReference<Map<String, String>>() { }))).list();
    }

    @Override
    public List<TaskLine> tasks() {
        return database.sql("""
                select id, client_id, kind, title, reason, priority, due_at, on_call, asked, state, outcome,
                       ended_reason, raised_at
                from followup.task
                order by raised_at, id
                """).query((row, number) -> new TaskLine(
                        id(row, "id"), id(row, "client_id"), row.getString("kind"), row.getString("title"),
                        row.getString("reason"), row.getInt("priority"), instant(row, "due_at"),
                        row.getBoolean("on_call"), row.getInt("asked"), row.getString("state"),
                        row.getString("outcome"), row.getString("ended_reason"), instant(row, "raised_at"))).list();
    }

    @Override
    public List<DeliveryLine> deliveries() {
        return database.sql("""
                select id, client_id, enrolment_id, schedule_id, step_key, purpose, template, appointment_version,
                       due_at, deadline, state, reason, changed_at
                from notifier.delivery
                order by due_at, id
                """).query((row, number) -> new DeliveryLine(
                        id(row, "id"), id(row, "client_id"), id(row, "enrolment_id"), row.getString("schedule_id"),
                        row.getString("step_key"), row.getString("purpose"), row.getString("template"),
                        row.getInt("appointment_version"), instant(row, "due_at"), instant(row, "deadline"),
                        row.getString("state"), row.getString("reason"), instant(row, "changed_at"))).list();
    }

    @Override
    public List<MailStepLine> mailSteps() {
        return database.sql("""
                select s.enrolment_id, s.appointment_version, e.client_id, s.step_key, s.due_at, s.state, coalesce(s.reason, '') as reason,
                       coalesce(s.delivery, '') as delivery
                from followup.due_step s join followup.enrolment e using (enrolment_id)
                where s.email
                order by s.due_at, s.enrolment_id, s.step_key
                """).query((row, number) -> new MailStepLine(
                        id(row, "enrolment_id"), row.getInt("appointment_version"), id(row, "client_id"), row.getString("step_key"), instant(row, "due_at"),
                        row.getString("state"), row.getString("reason"), row.getString("delivery"))).list();
    }

    @Override
    public List<ConsentLine> consents() {
        return database.sql("""
                select client_id, kind, purpose, how, risk_warning_shown, occurred_at, recorded_at
                from notifier.consent_act
                order by recorded_at, act_id, purpose
                """).query((row, number) -> new ConsentLine(
                        id(row, "client_id"), row.getString("kind"), row.getString("purpose"), row.getString("how"),
                        row.getBoolean("risk_warning_shown"), instant(row, "occurred_at"),
                        instant(row, "recorded_at"))).list();
    }

    @Override
    public boolean isConfirmed(UUID clientId) {
        return currentAddressIs("confirmed_at is not null", clientId);
    }

    @Override
    public boolean isSuppressed(UUID clientId) {
        return currentAddressIs("suppressed_at is not null", clientId);
    }

    private boolean currentAddressIs(String condition, UUID clientId) {
        return database.sql("""
                select exists (
                    select from notifier.address join notifier.contact using (client_id, address_version)
                    where client_id = ? and\s""" + condition + ")").param(clientId).query(Boolean.class).single();
    }

    @Override
    public List<String> unfinished(Instant now) {
        return database.sql("""
                select what || ' ' || count(*) from (
                    select 'facts not yet on Kafka' as what from intake.outbox
                    union all select 'facts not yet on Kafka' from followup.outbox
                    union all select 'facts not yet on Kafka' from notifier.outbox
                    union all select 'steps due' from followup.due_step where state = 'PENDING' and due_at <= :now
                    union all select 'messages due' from notifier.delivery
                              where state = 'QUEUED' and next_attempt_at <= :now
                    union all select 'messages on their way' from notifier.delivery where state = 'SENDING'
                ) as work
                group by what order by what
                """).param("now", now.atOffset(ZoneOffset.UTC)).query(String.class).list();
    }

    @Override
    public Optional<Instant> next(Instant now) {
        return database.sql("""
                select min(due) from (
                    select min(due_at) as due from followup.due_step where state = 'PENDING' and due_at > :now
                    union all
                    select min(next_attempt_at) from notifier.delivery
                    where state = 'QUEUED' and next_attempt_at > :now
                ) as ahead
                """).param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, number) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant)).single();
    }

    @Override
    public void close() {
        source.close();
    }

    private static UUID id(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
