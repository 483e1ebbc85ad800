package org.handrail.followup.schedule.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.handrail.followup.schedule.Schedule;
import org.handrail.followup.schedule.ShippedSchedules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleWriterTest {

    private final ScheduleReader reader = new ScheduleReader();
    private final ScheduleWriter writer = new ScheduleWriter();

    @Test
    void writesWhatReadsAsTheSameSchedule() throws IOException {
        for (String id : ShippedSchedules.IDS) {
            Schedule schedule = reader.read(ScheduleReaderTest.shipped(id));

            for (Notation notation : Notation.values()) {
                assertThat(reader.read(writer.write(schedule, notation), notation)).as(id).isEqualTo(schedule);
            }
        }
    }

    @Test
    void writesTheSameWhateverItWasReadFrom() throws IOException {
        Schedule schedule = reader.read(ScheduleReaderTest.shipped("detox-admission"));

        Schedule again = reader.read(writer.write(schedule, Notation.YAML), Notation.YAML);

        assertThat(writer.write(again, Notation.JSON)).isEqualTo(writer.write(schedule, Notation.JSON));
    }

    @Test
    void writesYamlThatPeopleLikeToRead() {
        Schedule schedule = reader.read("""
                {"id": "x", "title": "No: \\"yes\\"", "anchor": {"event": "APPOINTMENT", "kinds": ["THERAPY"]},
                 "steps": [{"key": "no", "offset": {"type": "LOCAL", "days": -1, "at": "10:00"},
                   "action": {"type": "EMAIL", "template": "appointment-reminder", "purpose": "APPOINTMENT_REMINDERS",
                              "withoutConsent": "SKIP"},
                   "conditions": [{"type": "BOOKED_MORE_THAN", "ahead": "PT336H"}],
                   "late": {"policy": "SEND_WITHIN", "grace": "PT720M"}}]}""");

        assertThat(writer.write(schedule, Notation.YAML)).isEqualTo("""
                id: x
                title: "No: \\"yes\\""
                anchor:
                  event: APPOINTMENT
                  kinds:
                    - THERAPY
                stops: []
                steps:
                  - key: "no"
                    offset:
                      type: LOCAL
                      days: -1
                      at: "10:00"
                    action:
                      type: EMAIL
                      template: appointment-reminder
                      purpose: APPOINTMENT_REMINDERS
                      withoutConsent: SKIP
                    conditions:
                      - type: BOOKED_MORE_THAN
                        ahead: P14D
                    late:
                      policy: SEND_WITHIN
                      grace: PT12H
                """);
    }

    @ParameterizedTest
    @CsvSource({"PT24H, PT24H", "P3D, PT72H", "PT96H, P4D", "PT97H, PT97H", "-PT3H, -PT3H", "-P7D, -P7D", "PT90M, PT1H30M"})
    void writesDurationsAsPeopleSayThem(String duration, String written) {
        assertThat(Definition.text(Duration.parse(duration))).isEqualTo(written);
    }
}
