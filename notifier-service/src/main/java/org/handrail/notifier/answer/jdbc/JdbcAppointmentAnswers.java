package org.handrail.notifier.answer.jdbc;

import static org.handrail.notifier.jdbc.Columns.instant;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiFunction;
import org.handrail.contract.AppointmentStatus;
import org.handrail.contract.consents.AppointmentAnswered;
import org.handrail.contract.consents.AppointmentAnswered.Answer;
import org.handrail.messaging.Outbox;
import org.handrail.notifier.answer.AppointmentAnswers;
import org.handrail.notifier.answer.Asked;
import org.handrail.notifier.answer.GivenAnswer;
import org.handrail.notifier.answer.Standing;
import org.handrail.notifier.jdbc.Columns;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/** Answers in PostgreSQL, append-only. The appointment's row is locked first: answers about it come one after the other. */
public final class JdbcAppointmentAnswers implements AppointmentAnswers {

    private static final String KNOWN = """
            select client_id, version, status, starts_at, zone, site_id from appointment where appointment_id = ?
            """;
    private static final String LAST = """
            select answer_id, answer, answered_at from appointment_answer
            where client_id = ? and appointment_id = ? and appointment_version = ? order by seq desc limit 1
            """;
    private static final String RECORD = """
            insert into appointment_answer (answer_id, client_id, appointment_id, appointment_version, answer, undoes,
                                            answered_at)
            values (?, ?, ?, ?, ?, ?, ?)
            """;

    private final JdbcTemplate jdbc;
    private final TransactionOperations transaction;
    private final Outbox outbox;
    private final Clock clock;

    public JdbcAppointmentAnswers(
            JdbcTemplate jdbc, TransactionOperations transaction, Outbox outbox, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public Standing look(Asked asked) {
        return standing(asked, KNOWN, clock.instant());
    }

    @Override
    public Standing answer(Asked asked, Answer answer) {
        if (answer == Answer.UNDONE) {
            throw new IllegalArgumentException("UNDONE is no answer");
        }
        return change(asked, (open, now) -> {
            if (open.given() != null && open.given().answer() == answer) {
                return open.given();
            }
            if (open.given() != null) {
                tell(asked, Answer.UNDONE, open.given().answerId(), now);
            }
            return new GivenAnswer(tell(asked, answer, null, now), answer, now);
        });
    }

    @Override
    public Standing undo(Asked asked) {
        return change(asked, (open, now) -> {
            if (open.given() == null || !open.given().canBeUndone(now)) {
                return open.given();
            }
            tell(asked, Answer.UNDONE, open.given().answerId(), now);
            return null;
        });
    }

    /** @param act returns the answer that stands afterwards */
    private Standing change(Asked asked, BiFunction<Standing.Open, Instant, @Nullable GivenAnswer> act) {
        return Objects.requireNonNull(transaction.execute(status -> {
            Instant now = clock.instant();
            Standing standing = standing(asked, KNOWN + " for no key update", now);
            return standing instanceof Standing.Open open
                    ? new Standing.Open(open.startsAt(), open.zone(), open.siteId(), act.apply(open, now))
                    : standing;
        }));
    }

    private Standing standing(Asked asked, String known, Instant now) {
        List<Standing.Known> appointment = jdbc.query(known, (row, n) -> new Standing.Known(
                row.getObject("client_id", UUID.class), row.getInt("version"),
                AppointmentStatus.valueOf(row.getString("status")), instant(row, "starts_at"), row.getString("zone"),
                row.getString("site_id")), asked.appointmentId());
        List<GivenAnswer> last = jdbc.query(LAST, (row, n) -> new GivenAnswer(row.getObject("answer_id", UUID.class),
                Answer.valueOf(row.getString("answer")), instant(row, "answered_at")),
                asked.clientId(), asked.appointmentId(), asked.version());
        return Standing.of(asked, appointment.isEmpty() ? null : appointment.get(0),
                last.stream().filter(given -> given.answer() != Answer.UNDONE).findFirst().orElse(null), now);
    }

    private UUID tell(Asked asked, Answer answer, @Nullable UUID undoes, Instant now) {
        UUID id = UUID.randomUUID();
        jdbc.update(RECORD, id, asked.clientId(), asked.appointmentId(), asked.version(), answer.name(), undoes,
                Columns.utc(now));
        outbox.publish(new AppointmentAnswered(asked.clientId(), id, asked.appointmentId(), asked.version(), answer,
                undoes, now), now);
        return id;
    }
}
