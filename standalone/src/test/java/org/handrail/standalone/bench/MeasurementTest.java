package org.handrail.standalone.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class MeasurementTest {

    private final Measurement measurement = Measurement.of("drain")
            .figure("reminders a second", 812.5, "1/s")
            .bound("plain loop", 1250, "1/s")
            .ratio("of the plain loop", 0.65)
            .build();

    @Test
    void isReadByPeople() {
        assertThat(measurement.asText().lines().map(String::strip)).contains("drain", "plain loop"
                + " ".repeat(44 - "plain loop".length()) + "    1250.00 1/s");
    }

    @Test
    void isReadByPrograms() {
        String json = new JsonMapper().writeValueAsString(measurement);

        assertThat(new JsonMapper().readValue(json, Measurement.class)).isEqualTo(measurement);
        assertThat(json).contains("\"ratios\":[{\"name\":\"of the plain loop\",\"value\":0.65,\"unit\":\"\"}]");
    }

    @Test
    void countsTheMemoryOfThisProcess() throws Exception {
        ProcessMemory memory = ProcessMemory.ofAll(List.of(ProcessHandle.current()));

        assertThat(memory.processes()).isOne();
        assertThat(memory.residentMib()).isBetween(20.0, 4000.0);
        assertThat(memory.proportionalMib()).isLessThanOrEqualTo(memory.residentMib());
    }
}
