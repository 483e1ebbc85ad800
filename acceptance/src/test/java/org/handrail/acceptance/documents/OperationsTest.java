package org.handrail.acceptance.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.handrail.acceptance.project.Project;
import org.handrail.messaging.deadletter.DeadLetters;
import org.junit.jupiter.api.Test;

/** Operators build alerts and commands on docs/operations.md: what it names must be there, and nothing left out. */
class OperationsTest {

    private static final List<String> MODULES =
            List.of("messaging", "platform", "intake-service", "followup-service", "notifier-service");
    private static final Pattern REGISTERED =
            Pattern.compile("(?:gauge|counter|timer|summary|builder)\\(\\s*\"(handrail\\.[a-z.]+)\"");
    private static final Pattern NAMED = Pattern.compile("`(handrail_[a-z_]+?)(?:_seconds|_total)?`");

    @Test
    void everyMetricIsListedAndEveryListedOneExists() {
        Set<String> registered = MODULES.stream()
                .flatMap(module -> Project.sources(module, ".java").stream())
                .flatMap(file -> REGISTERED.matcher(Project.text(file)).results())
                .map(found -> found.group(1).replace('.', '_'))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> named = NAMED.matcher(Project.text("docs/operations.md")).results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(registered).hasSizeGreaterThan(10);
        assertThat(named).isEqualTo(registered);
    }

    @Test
    void deadLettersCarryTheHeadersThatTheDocumentsName() {
        assertThat(Stream.of(DeadLetters.REASON, DeadLetters.GROUP, DeadLetters.FROM))
                .allSatisfy(header -> assertThat(Project.text("docs/asyncapi.yaml"))
                        .contains("          " + header + ":\n"));
        assertThat(Project.text("docs/operations.md")).contains("`" + DeadLetters.REASON + "`");
    }
}
