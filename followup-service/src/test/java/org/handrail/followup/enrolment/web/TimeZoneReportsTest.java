package org.handrail.followup.enrolment.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.followup.console.Api.json;

import org.handrail.followup.FollowupDatabase;
import org.handrail.followup.console.Api;
import org.handrail.followup.console.People;
import org.handrail.followup.console.RunningConsole;
import org.handrail.followup.staff.StaffRole;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class TimeZoneReportsTest {

    private static final FollowupDatabase DATABASE = new FollowupDatabase();
    private static final RunningConsole CONSOLE = new RunningConsole(DATABASE);
    private static final String PATH = "/api/v1/time-zone-reports";

    @Test
    void tellsAdminsAndNobodyElseWhatAChangeOfTheDatabaseDid() {
        new People(DATABASE).account("Ann", StaffRole.ADMIN);
        new People(DATABASE).account("Sue", StaffRole.STAFF);
        DATABASE.jdbc().sql("""
                insert into time_zone_report (from_release, to_release, started_at, clients, steps, moved,
                    earliest_shift_seconds, latest_shift_seconds)
                values ('2025c', '2026a', '2026-03-02T15:00:00Z', 3, 12, 2, -3600, 1800)""").update();

        JsonNode report = json(new Api(CONSOLE, "Ann").get(PATH)).get(0);

        assertThat(report.path("from").stringValue()).isEqualTo("2025c");
        assertThat(report.path("startedAt").stringValue()).isEqualTo("2026-03-02T15:00:00Z");
        assertThat(report.path("earliestShift").stringValue()).isEqualTo("PT-1H");
        assertThat(report.path("latestShift").stringValue()).isEqualTo("PT30M");
        assertThat(new Api(CONSOLE, "Sue").get(PATH).statusCode()).isEqualTo(403);
    }
}
