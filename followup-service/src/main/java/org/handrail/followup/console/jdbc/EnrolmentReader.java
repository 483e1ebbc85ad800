package org.handrail.followup.console.jdbc;

import static org.handrail.followup.console.jdbc.JdbcClientFacts.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.handrail.followup.console.ClientFacts.Enrolment;
import org.handrail.followup.console.ClientFacts.Progress;
import org.handrail.followup.console.ClientFacts.Step;
import org.handrail.followup.schedule.Schedules;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads enrolments with the steps that count now; those of an appointment's earlier times only if they happened. */
@Component
class EnrolmentReader {

    private final JdbcClient jdbc;
    private final Schedules schedules;

    EnrolmentReader(JdbcClient jdbc, Schedules schedules) {
        this.jdbc = jdbc;
        this.schedules = schedules;
    }

    List<Enrolment> of(UUID clientId) {
        Map<UUID, List<OwnedStep>> steps = jdbc.sql("""
                        select step.* from due_step step join enrolment using (enrolment_id)
                        where client_id = :client
                          and (step.appointment_version = enrolment.version or step.state = 'DONE')
                        order by due_at, step_key
                        """)
                .param("client", clientId).query(EnrolmentReader::step).list().stream()
                .collect(Collectors.groupingBy(OwnedStep::enrolmentId));
        return jdbc.sql("""
                        select * from enrolment where client_id = :client
                        order by ended_at is not null, enrolled_at desc limit 20
                        """)
                .param("client", clientId)
                .query((row, number) -> enrolment(row, steps)).list();
    }

    private Enrolment enrolment(ResultSet row, Map<UUID, List<OwnedStep>> steps) throws SQLException {
        UUID id = row.getObject("enrolment_id", UUID.class);
        String scheduleId = row.getString("schedule_id");
        String title = schedules.find(scheduleId, row.getInt("schedule_version"))
                .map(version -> version.schedule().title()).orElse(scheduleId);
        return new Enrolment(id, scheduleId, title, instant(row, "anchor"), row.getString("end_reason"),
                steps.getOrDefault(id, List.of()).stream().map(OwnedStep::step).toList());
    }

    private static OwnedStep step(ResultSet row, int number) throws SQLException {
        return new OwnedStep(row.getObject("enrolment_id", UUID.class), new Step(
                row.getString("step_key"), row.getBoolean("email") && !row.getBoolean("as_task"),
                instant(row, "due_at"), progress(row.getString("state")), row.getString("reason")));
    }

    private static Progress progress(String state) {
        return switch (state) {
            case "PENDING" -> Progress.PENDING;
            case "DONE" -> Progress.DONE;
            default -> Progress.SKIPPED;
        };
    }

    private record OwnedStep(UUID enrolmentId, Step step) {
    }
}
