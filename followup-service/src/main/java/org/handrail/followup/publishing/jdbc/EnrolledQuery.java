package org.handrail.followup.publishing.jdbc;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.handrail.followup.publishing.Enrolled.Wanted;
import org.postgresql.PGConnection;

/**
 * Asks for everybody enrolled together with the rows of a few steps. Sorting a million enrolments would take most of
 * the time, so that is left to those who need it: whose appointment or next call was moved, for they may have several rows of a
 * step, and everybody when a step repeats or many are asked for. The others have a row a step at most, and
 * the rows stand beside each other.
 */
record EnrolledQuery(PGConnection connection, Wanted wanted) {

    private static final int MOST_SIDE_BY_SIDE = 8;
    /** May have several rows of one step: for each time of the appointment, or for a call that is made once more. */
    private static final String SEVERAL = "(e.changed or e.next_try_step is not null)";
    private static final String WHO = """
            e.enrolment_id, e.schedule_version, e.event, e.appointment_id, e.site_id, e.against_advice, e.anchor,
            e.known_at, e.version, e.booked_at, e.changed, e.last_try, e.next_try_step, e.next_try_days,
            e.next_try_part, e.calls_stopped, e.client_zone""";

    /** Steps in the order in which {@link #sideBySide} tells of them. */
    List<String> steps() {
        return List.copyOf(wanted.steps());
    }

    boolean standSideBySide() {
        return !wanted.repeating() && wanted.steps().size() <= MOST_SIDE_BY_SIDE;
    }

    /** After who it is: whether they mail, when they are due, their state, reason and delivery, step by step. */
    String sideBySide() throws SQLException {
        StringBuilder columns = new StringBuilder();
        StringBuilder joins = new StringBuilder();
        int n = 0;
        for (String step : steps()) {
            String s = "s" + n++;
            columns.append(", %1$s.email, %1$s.due_at, %1$s.state, %1$s.reason, %1$s.delivery".formatted(s));
            joins.append("""
                     left join due_step %1$s on %1$s.enrolment_id = e.enrolment_id
                        and %1$s.appointment_version = e.version and %1$s.step_key = %2$s""".formatted(s, literal(step)));
        }
        return copy(columns.toString(), joins.toString(), " and not " + SEVERAL);
    }

    /** After who it is, one row of a step; an enrolment without any has one all the same. */
    String sorted() throws SQLException {
        return copy(", s.step_key, s.appointment_version, s.email, s.anchor, s.due_at, s.state, s.reason, s.delivery",
                " left join due_step s on s.enrolment_id = e.enrolment_id and " + isWanted(),
                (standSideBySide() ? " and " + SEVERAL : "") + " order by e.enrolment_id");
    }

    private String copy(String columns, String joins, String rest) throws SQLException {
        return "copy (select " + WHO + (wanted.kinds() ? ", a.kind" : ", null::text") + columns
                + " from enrolment e "
                + (wanted.kinds() ? " left join appointment a on a.appointment_id = e.appointment_id" : "") + joins
                + " where e.schedule_id = " + literal(wanted.scheduleId()) + " and e.schedule_version < " + wanted.below()
                + " and e.ended_at is null" + rest + ") to stdout (format binary)";
    }

    private String isWanted() throws SQLException {
        List<String> keys = new ArrayList<>();
        for (String key : wanted.steps()) {
            keys.add(literal(key));
        }
        return keys.isEmpty() ? "false" : "split_part(s.step_key, '/', 1) in (" + String.join(", ", keys) + ")";
    }

    /** Ids and keys have no other characters than letters, digits and hyphens; quoted all the same. */
    private String literal(String text) throws SQLException {
        return "'" + connection.escapeLiteral(text) + "'";
    }
}
