package org.handrail.followup.schedule.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import org.handrail.followup.schedule.AnchorEvent;
import org.handrail.followup.schedule.Condition;
import org.handrail.followup.schedule.Fault;
import org.handrail.followup.schedule.InvalidSchedule;
import org.handrail.followup.schedule.Offset;
import org.handrail.followup.schedule.Schedule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleReaderTest {

    private final ScheduleReader reader = new ScheduleReader();

    @ParameterizedTest
    @ValueSource(strings = {"web-inquiry", "missed-call", "detox-admission", "detox-discharge", "therapy-appointment",
            "no-show", "cancelled"})
    void readsEveryScheduleThatComesWithHandrail(String id) throws IOException {
        assertThat(reader.read(shipped(id)).id()).isEqualTo(id);
    }

    @Test
    void readsOffsetsAndConditions() throws IOException {
        Schedule schedule = reader.read(shipped("therapy-appointment"));

        assertThat(schedule.anchor().event()).isEqualTo(AnchorEvent.APPOINTMENT);
        assertThat(schedule.step("email-7-d").orElseThrow().offset())
                .isEqualTo(new Offset.Local(-7, LocalTime.of(9, 0)));
        assertThat(schedule.step("email-7-d").orElseThrow().conditions())
                .containsExactly(new Condition.BookedMoreThan(Duration.ofDays(14)));
    }

    @Test
    void namesEveryFaultWithItsPlaceAtOnce() {
        List<Fault> faults = faultsOf("""
                {"id": "Bad Id", "title": "\\u202e", "anchor": {"event": "BIRTHDAY"}, "stops": ["NEVER"], "extra": 1,
                 "steps": [
                   {"key": "a", "offset": {"type": "LOCAL", "days": 1.5, "at": "25:00"},
                    "action": {"type": "EMAIL", "template": "nowhere", "purpose": "FOLLOW_UP"},
                    "late": {"policy": "SEND_WITHIN", "grace": "-PT1H"}},
                   {"key": "b", "offset": {"type": "ELAPSED", "by": "tomorrow"},
                    "action": {"type": "TASK", "kind": "CALL", "title": "<b>", "priority": "HIGH", "due": "PT1H",
                               "onCall": "yes"},
                    "conditions": [{"type": "NOT", "condition": {"type": "FULL_MOON"}}],
                    "late": {"policy": "SKIP", "grace": "PT1H"}}]}""");

        assertThat(faults).extracting(Fault::path).containsExactlyInAnyOrder(
                "/extra", "/id", "/title", "/anchor/event", "/stops/0",
                "/steps/0/offset/days", "/steps/0/offset/at", "/steps/0/action/template",
                "/steps/0/action/withoutConsent", "/steps/0/late/grace",
                "/steps/1/offset/by", "/steps/1/action/title", "/steps/1/action/onCall",
                "/steps/1/conditions/0/condition/type", "/steps/1/late/grace");
    }

    @Test
    void refusesWhatCanNeverHappen() {
        String step = """
                {"key": "same", "offset": {"type": "ELAPSED", "by": "-PT1H"},
                 "action": {"type": "EMAIL", "template": "inquiry-closing", "purpose": "FOLLOW_UP",
                            "withoutConsent": "SKIP"},
                 "conditions": [{"type": "WAIT_OVER", "longerThan": "PT1H"}],
                 "late": {"policy": "ALWAYS"}}""";

        List<Fault> faults = faultsOf("""
                {"id": "x", "title": "X", "anchor": {"event": "INQUIRY"}, "stops": [], "steps": [%s, %s]}"""
                .formatted(step, step));

        assertThat(faults).extracting(Fault::path).containsExactlyInAnyOrder(
                "/steps/0/offset", "/steps/0/late/policy", "/steps/0/conditions/0/type",
                "/steps/1/key", "/steps/1/offset", "/steps/1/late/policy", "/steps/1/conditions/0/type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nothing", "[]", "null", "{", "{\"id\":\"a\",\"id\":\"b\"}", "1", "\"\\ud800\""})
    void refusesWhatIsNoObject(String json) {
        assertThat(faultsOf(json)).isNotEmpty();
    }

    @Test
    void refusesHugeAndDeepDocumentsWithoutReadingThem() {
        assertThat(faultsOf(" ".repeat(10_000_000))).hasSize(1);
        assertThat(faultsOf("[".repeat(100_000))).hasSize(1);
        assertThat(faultsOf("{\"steps\":".repeat(39) + "1" + "}".repeat(39))).isNotEmpty();
    }

    private List<Fault> faultsOf(String json) {
        return catchThrowableOfType(InvalidSchedule.class, () -> reader.read(json)).faults();
    }

    static String shipped(String id) throws IOException {
        try (var in = ScheduleReaderTest.class.getResourceAsStream("/schedules/" + id + ".json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
