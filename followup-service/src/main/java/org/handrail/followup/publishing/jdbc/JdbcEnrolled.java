package org.handrail.followup.publishing.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.handrail.contract.AppointmentKind;
import org.handrail.contract.deliveries.DeliveryChanged;
import org.handrail.followup.enrolment.DueStep;
import org.handrail.followup.enrolment.Enrolment;
import org.handrail.followup.enrolment.StepState;
import org.handrail.followup.enrolment.jdbc.EnrolmentRows;
import org.handrail.followup.publishing.Enrolled;
import org.handrail.followup.schedule.AnchorEvent;
import org.handrail.followup.schedule.NextTry;
import org.handrail.followup.time.PartOfDay;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyInputStream;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcEnrolled implements Enrolled {

    private final DataSource dataSource;
    private final EnrolmentRows rows;

    JdbcEnrolled(DataSource dataSource, JdbcClient jdbc) {
        this.dataSource = dataSource;
        this.rows = new EnrolmentRows(jdbc);
    }

    @Override
    public List<Seen> page(Wanted wanted, @Nullable UUID after, int size) {
        return rows.active(wanted.scheduleId(), wanted.below(), after, size).stream()
                .map(each -> new Seen(each.enrolment(), each.zone(), wanted.kinds() ? each.kind() : null)).toList();
    }

    @Override
    public Optional<Seen> one(Wanted wanted, UUID enrolmentId) {
        UUID before = new UUID(enrolmentId.getMostSignificantBits(), enrolmentId.getLeastSignificantBits() - 1);
        return page(wanted, before, 1).stream().filter(seen -> seen.enrolment().id().equals(enrolmentId)).findFirst();
    }

    @Override
    public void each(Wanted wanted, Consumer<Seen> look) {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement settings = connection.createStatement()) {
                settings.execute("set local work_mem = '64MB'");
                settings.execute("set local jit = off");
            }
            try {
                copy(connection.unwrap(PGConnection.class), wanted, look);
            } finally {
                connection.rollback();
            }
        } catch (SQLException | IOException e) {
            throw new DataAccessResourceFailureException("could not look at everybody enrolled", e);
        }
    }

    private static void copy(PGConnection connection, Wanted wanted, Consumer<Seen> look)
            throws SQLException, IOException {
        String query = "copy (" + query(connection, wanted) + ") to stdout (format binary)";
        try (InputStream copied = new PGCopyInputStream(connection, query)) {
            CopiedRows rows = new CopiedRows(copied);
            Gathered gathered = null;
            while (rows.next()) {
                UUID id = Objects.requireNonNull(rows.uuid());
                if (gathered == null || !gathered.id.equals(id)) {
                    if (gathered != null) {
                        look.accept(gathered.seen());
                    }
                    gathered = new Gathered(id);
                }
                gathered.read(rows);
            }
            if (gathered != null) {
                look.accept(gathered.seen());
            }
        }
    }

    /** Rows of one enrolment stand beside each other; a single step has one row, or a few if its appointment moved. */
    private static String query(PGConnection connection, Wanted wanted) throws SQLException {
        return """
                select e.enrolment_id, e.client_id, e.schedule_version, e.event, e.appointment_id, e.site_id,
                    e.against_advice, e.anchor, e.known_at, e.version, e.booked_at, e.changed, e.last_try,
                    e.next_try_step, e.next_try_days, e.next_try_part, p.zone, %s, s.step_key, s.appointment_version, s.email, s.anchor, s.due_at, s.state,
                    s.reason, s.delivery
                from enrolment e join client_case p using (client_id) %s
                    left join due_step s on s.enrolment_id = e.enrolment_id and %s
                where e.schedule_id = %s and e.schedule_version < %d and e.ended_at is null
                order by e.enrolment_id""".formatted(
                wanted.kinds() ? "a.kind" : "null::text",
                wanted.kinds() ? "left join appointment a on a.appointment_id = e.appointment_id" : "",
                steps(connection, wanted), literal(connection, wanted.scheduleId()), wanted.below());
    }

    private static String steps(PGConnection connection, Wanted wanted) throws SQLException {
        List<String> keys = new ArrayList<>();
        for (String key : wanted.steps()) {
            keys.add(literal(connection, key));
        }
        return keys.isEmpty() ? "false"
                : "split_part(s.step_key, '/', 1) in (" + keys.stream().collect(Collectors.joining(", ")) + ")";
    }

    /** Ids and keys have no other characters than letters, digits and hyphens; quoted all the same. */
    private static String literal(PGConnection connection, String text) throws SQLException {
        return "'" + connection.escapeLiteral(text) + "'";
    }

    /** One enrolment, row by row. */
    private static final class Gathered {

        private static final LocalDateTime NOT_READ = LocalDateTime.of(2000, 1, 1, 0, 0);

        private final UUID id;
        private final List<DueStep> steps = new ArrayList<>(1);
        private Enrolment.@Nullable Origin origin;
        private Enrolment.@Nullable Standing standing;
        private @Nullable String zone;
        private @Nullable AppointmentKind kind;

        Gathered(UUID id) {
            this.id = id;
        }

        void read(CopiedRows row) throws IOException {
            UUID client = Objects.requireNonNull(row.uuid());
            int scheduleVersion = row.integer();
            AnchorEvent event = AnchorEvent.valueOf(String.valueOf(row.text()));
            UUID appointment = row.uuid();
            String site = String.valueOf(row.text());
            boolean againstAdvice = row.flag();
            var anchor = Objects.requireNonNull(row.instant());
            var knownAt = Objects.requireNonNull(row.instant());
            standing = new Enrolment.Standing(anchor, knownAt, row.integer(), row.instant(), row.flag(), row.instant(),
                    nextTry(row.text(), row.integer(), row.text()));
            origin = new Enrolment.Origin(id, client, "", scheduleVersion, event, id, appointment, site, false,
                    againstAdvice, knownAt);
            zone = row.text();
            String kindName = row.text();
            kind = kindName == null ? null : AppointmentKind.valueOf(kindName);
            readStep(row, scheduleVersion);
        }

        private static @Nullable NextTry nextTry(@Nullable String step, int days, @Nullable String part) {
            return step == null ? null : new NextTry(step, days, part == null ? null : PartOfDay.valueOf(part));
        }

        private void readStep(CopiedRows row, int scheduleVersion) throws IOException {
            String key = row.text();
            int version = row.integer();
            boolean email = row.flag();
            var anchor = row.instant();
            var dueAt = row.instant();
            String state = row.text();
            String reason = row.text();
            String delivery = row.text();
            if (key != null && anchor != null && dueAt != null) {
                steps.add(new DueStep(id, key, version, scheduleVersion, email, false, anchor, NOT_READ, "", "", dueAt,
                        null, StepState.valueOf(String.valueOf(state)), reason, null,
                        delivery == null ? null : DeliveryChanged.State.valueOf(delivery)));
            }
        }

        Seen seen() {
            return new Seen(Enrolment.stored(Objects.requireNonNull(origin), Objects.requireNonNull(standing), null,
                    steps), zone, kind);
        }
    }
}
