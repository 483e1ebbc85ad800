package org.handrail.followup.schedule.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** docs/schedules.md: its examples are read, and it leaves nothing out. */
class ScheduleReferenceTest {

    private static final Pattern EXAMPLE = Pattern.compile("```yaml ?([^\\n]*)\\n(.*?)```", Pattern.DOTALL);
    private static final String TASK = "{type: TASK, kind: CALL, title: task.call, priority: LOW, due: PT1H}";

    private final String reference = reference();

    @TestFactory
    Stream<DynamicTest> readsEveryExample() {
        List<MatchResult> examples = EXAMPLE.matcher(reference).results().toList();

        assertThat(examples).hasSizeGreaterThan(25);
        return examples.stream().map(example -> DynamicTest.dynamicTest(example.group(), () ->
                assertThatNoException().isThrownBy(() -> new ScheduleReader()
                        .read(definition(example.group(1), example.group(2)), Notation.YAML))));
    }

    @Test
    void namesEveryFieldAndEveryWordOfTheSchema() throws IOException {
        Set<String> words = new LinkedHashSet<>();
        try (var schema = ScheduleReferenceTest.class.getResourceAsStream("/schedules/schedule.v1.schema.json")) {
            collect(JsonMapper.shared().readTree(schema), "", words);
        }
        // lists that grow without a change of the language
        words.removeIf(word -> word.startsWith("task.") || word.matches("[a-z]+(-[a-z]+)+") || word.equals("$schema"));

        assertThat(words).hasSizeGreaterThan(60).allSatisfy(word -> assertThat(reference).contains(word));
    }

    private static void collect(JsonNode node, String path, Set<String> words) {
        for (var each : node.properties()) {
            if (path.endsWith("/properties")) {
                words.add(each.getKey());
            }
            if (each.getKey().equals("enum")) {
                each.getValue().forEach(word -> words.add(word.stringValue()));
            } else if (each.getKey().equals("const")) {
                words.add(each.getValue().stringValue());
            }
            collect(each.getValue(), path + "/" + each.getKey(), words);
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            collect(node.get(i), path + "/" + i, words);
        }
    }

    /** An example with what it needs around it: {@code part anchor more}. */
    private static String definition(String info, String example) {
        if (info.isEmpty()) {
            return example;
        }
        List<String> words = List.of(info.split(" "));
        String event = words.size() > 1 ? words.get(1) : "INQUIRY";
        boolean after = words.contains("AFTER");
        Map<String, String> parts = new LinkedHashMap<>(Map.of(
                "anchor", event.equals("APPOINTMENT") ? "{event: APPOINTMENT, kinds: [THERAPY]}" : "{event: " + event + "}",
                "stops", "[]", "offset", after ? "{type: ELAPSED, by: PT1H}" : "{type: AT_ONCE}", "action", TASK,
                "late", words.contains("DAILY") || example.contains("EMAIL,") || example.contains("EMAIL\n")
                        ? "{policy: SKIP}" : "{policy: ALWAYS}", "outcomes", "{}", "condition", "[]"));
        String part = words.get(0);
        String indented = "\n" + example.indent(part.equals("anchor") || part.equals("stops") ? 2 : 6);
        parts.put(part, part.equals("condition") ? "\n      -\n" + example.indent(8) : indented);
        return """
                id: x
                title: X
                anchor: %s
                stops: %s
                steps:
                  - key: a
                    offset: %s
                    action: %s
                    conditions: %s
                    late: %s
                    outcomes: %s
                  - key: b
                    offset: {type: ELAPSED, by: PT90M}
                    action: %s
                    late: {policy: ALWAYS}
                """.formatted(parts.get("anchor"), parts.get("stops"), parts.get("offset"), parts.get("action"),
                parts.get("condition"), parts.get("late"), parts.get("outcomes"), TASK);
    }

    private static String reference() {
        try {
            return Files.readString(Path.of("../docs/schedules.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
