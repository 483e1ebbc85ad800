package org.handrail.followup.schedule.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.handrail.followup.schedule.Fault;
import org.handrail.followup.schedule.InvalidSchedule;
import org.handrail.followup.schedule.Offset;
import org.handrail.followup.schedule.Schedule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlSchedulesTest {

    private static final String CALLS = """
            # a comment
            id: calls
            title: Calls
            anchor: {event: MISSED_CALL}
            stops:
              - REACHED
            steps:
              - key: call
                offset: {type: STAFFED, after: PT2H}
                action:
                  type: TASK
                  kind: CALL
                  title: task.call
                  priority: HIGH
                  due: PT1H
                late: {policy: ALWAYS}
            """;

    private final ScheduleReader reader = new ScheduleReader();

    @Test
    void readsYaml() {
        Schedule schedule = reader.read(CALLS, Notation.YAML);

        assertThat(schedule.id()).isEqualTo("calls");
        assertThat(schedule.steps().get(0).offset()).isEqualTo(new Offset.Staffed(Duration.ofHours(2)));
    }

    @Test
    void readsEveryJsonDefinitionAsYamlToo() throws IOException {
        for (String id : List.of("web-inquiry", "detox-admission", "therapy-appointment")) {
            String json = ScheduleReaderTest.shipped(id);

            assertThat(reader.read(json, Notation.YAML)).isEqualTo(reader.read(json, Notation.JSON));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        // from            | to                          | path                    | reason
        "anchor: {event    | anchor: &a {event           | /anchor                 | anchor (&a)",
        "- REACHED         | - *nothing                  | /stops/0                | alias (*nothing) on line 6",
        "kind: CALL        | kind: !!str CALL            | /steps/0/action/kind    | tag",
        "kind: CALL        | kind: !call CALL            | /steps/0/action/kind    | tag (!call)",
        "kind: CALL        | kind: !!java.io.File CALL   | /steps/0/action/kind    | tag",
        "title: Calls      | id: again                   | /id                     | twice",
        "due: PT1H         | due: 1                      | /steps/0/action/due     | text",
        "due: PT1H         | due: .inf                   | /steps/0/action/due     | text",
        "key: call         | key: 0x1F                   | /steps/0/key            | text",
        "key: call         | key: ~                      | /steps/0/key            | text",
        "policy: ALWAYS    | policy: ALWAYS, <<: {a: 1}  | /steps/0/late/<<        | known",
        "title: Calls      | '? [a, b]\n: c'             | ''                      | whose name is no text"})
    void saysWhatItDoesNotTakeAndWhere(String from, String to, String path, String reason) {
        String broken = CALLS.replace(from, to.replace("\\n", "\n").replace("'", ""));

        assertThat(broken).isNotEqualTo(CALLS);
        assertThat(faultsOf(broken)).anySatisfy(fault -> {
            assertThat(fault.path()).isEqualTo(path.replace("'", ""));
            assertThat(fault.reason()).contains(reason);
        });
    }

    @Test
    void givesTheSameFaultsAtTheSamePlacesAsForJson() {
        String json = """
                {"id": "Bad Id", "title": 7, "anchor": {"event": "BIRTHDAY"}, "stops": ["NEVER"], "extra": 1,
                 "steps": [{"key": "a", "offset": {"type": "LOCAL", "days": "1", "at": "25:00"},
                    "action": {"type": "EMAIL", "template": "nowhere", "purpose": "FOLLOW_UP"},
                    "late": {"policy": "SEND_WITHIN", "grace": "-PT1H"}}]}""";
        String yaml = """
                id: Bad Id
                title: 7
                anchor: {event: BIRTHDAY}
                stops: [NEVER]
                extra: 1
                steps:
                - key: a
                  offset: {type: LOCAL, days: '1', at: 25:00}
                  action: {type: EMAIL, template: nowhere, purpose: FOLLOW_UP}
                  late: {policy: SEND_WITHIN, grace: -PT1H}
                """;

        List<Fault> faults = faultsOf(yaml);

        assertThat(faults).hasSizeGreaterThan(8).isEqualTo(
                catchThrowableOfType(InvalidSchedule.class, () -> reader.read(json)).faults());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "   ", "# nothing", "---\n---", "nothing", "- a", "1", "~", "a: b: c", "{", "[", "\"", "a: *a", "&a *a",
        "&a {a: *a}", "&a [*a]", "%YAML 2.0\n---\nid: a", "? ", "!!binary aGk=", "id: a\n---\nid: b", "\tid: a",
        "id: \"\\u0000\"", "id: \"\\ud800\"", "id: a\u0000b", "id: a\ufeffb", "id: a\ud800b", "id: a\u202eb", "'",
        "id: |\n  a\n ...", "@", "`", "%", "...", "--- a\n... b", "id: !<tag:x> a", "? {a: b}\n: c", "!", "*"})
    void refusesWhateverIsNoDefinitionWithoutStumbling(String yaml) {
        assertThat(faultsOf(yaml)).isNotEmpty().allSatisfy(fault -> assertThat(fault.reason()).isNotBlank());
    }

    @Test
    @Timeout(5)
    void refusesBombs() {
        StringBuilder laughs = new StringBuilder("a0: &a0 [ha, ha]\n");
        for (int i = 1; i < 50; i++) {
            laughs.append("a%d: &a%d [%s]\n".formatted(i, i, "*a%d,".formatted(i - 1).repeat(9)));
        }

        assertThat(faultsOf(laughs.toString())).hasSize(Faults.MOST_LISTED + 1)
                .anyMatch(fault -> fault.reason().startsWith("has ") && fault.reason().contains("more faults"));
        assertThat(faultsOf("[".repeat(100_000))).hasSize(1);
        assertThat(faultsOf("- ".repeat(100_000))).hasSize(1);
        assertThat(faultsOf("{a: ".repeat(60_000))).hasSize(1);
        assertThat(faultsOf("? ".repeat(100_000))).hasSize(1);
        assertThat(faultsOf("steps: " + "9".repeat(200_000))).isNotEmpty();
        assertThat(faultsOf("a".repeat(250_000) + ": 1")).isNotEmpty();
        assertThat(faultsOf("x".repeat(10_000_000))).extracting(Fault::reason)
                .containsExactly("must have at most 262144 bytes");
    }

    @Test
    void takesAByteOrderMarkAtTheStartOnly() {
        assertThatNoException().isThrownBy(() -> reader.read("\ufeff" + CALLS, Notation.YAML));

        assertThat(faultsOf("\ufeff\ufeff" + CALLS)).isNotEmpty();
        assertThat(faultsOf(CALLS.replace("# a", "# \ufeffa"))).isNotEmpty();
    }

    @Test
    void refusesWhatIsHiddenInAComment() {
        assertThat(faultsOf(CALLS.replace("# a", "# \u202ea"))).containsExactly(new Fault("",
                "must not contain control, direction or unassigned characters: line 1, column 3: U+202E"));
    }

    @Test
    void readsBytesNoFurtherThanADefinitionMayGo() throws IOException {
        byte[] calls = CALLS.getBytes(StandardCharsets.UTF_8);
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return ' ';
            }
        };

        assertThat(reader.read(new ByteArrayInputStream(calls), Notation.YAML).id()).isEqualTo("calls");
        assertThat(catchThrowableOfType(InvalidSchedule.class, () -> reader.read(endless, Notation.JSON)).faults())
                .hasSize(1);
        assertThat(catchThrowableOfType(InvalidSchedule.class, () -> reader.read(new ByteArrayInputStream(
                CALLS.getBytes(StandardCharsets.UTF_16)), Notation.YAML)).faults())
                .containsExactly(new Fault("", "is not UTF-8"));
    }

    private List<Fault> faultsOf(String yaml) {
        return catchThrowableOfType(InvalidSchedule.class, () -> reader.read(yaml, Notation.YAML)).faults();
    }
}
