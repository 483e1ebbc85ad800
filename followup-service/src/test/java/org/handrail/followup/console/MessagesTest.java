package org.handrail.followup.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.handrail.contract.AppointmentKind;
import org.handrail.contract.AppointmentStatus;
import org.handrail.contract.Purpose;
import org.handrail.contract.consents.AppointmentAnswered;
import org.handrail.contract.consents.AddressStateChanged;
import org.handrail.contract.consents.PreferenceChanged;
import org.handrail.contract.deliveries.DeliveryChanged;
import org.handrail.contract.intake.AppointmentChanged;
import org.handrail.followup.queue.Priority;
import org.handrail.followup.queue.TaskKind;
import org.handrail.followup.queue.TaskOutcome;
import org.handrail.followup.schedule.AnchorEvent;
import org.handrail.followup.schedule.StopEvent;
import org.handrail.followup.schedule.TaskTitles;
import org.handrail.followup.schedule.Templates;
import org.handrail.followup.staff.StaffRole;
import org.junit.jupiter.api.Test;

/** Every code that can reach a page has words. */
class MessagesTest {

    static final Path MAIN = Path.of("src/main");
    final Set<String> messages = messages();

    @Test
    void everyMessageThatTemplatesNameExists() {
        assertThat(found("resources/templates", "#\\{([a-z][a-zA-Z.-]*)(?=[}(])")).isNotEmpty().isSubsetOf(messages);
    }

    @Test
    void everyMessageThatCodeNamesExists() {
        Set<String> named = found("java", "\"((?:account|queue|step|condition|late|client)\\.[a-z][a-z.-]*[a-z])\"");
        named.removeIf(code -> code.matches("client\\.(viewed|listed|read-by-api|admitted|discharged|erased|erasure-asked|merged|merge-asked|consents-viewed)"));
        named.removeIf(code -> code.matches("account\\.(changed|disabled|password-set|password-changed)"));
        named.removeIf(code -> code.matches("step\\.(mailed|raised|skipped|dropped|moved)"));

        assertThat(named).isNotEmpty().isSubsetOf(messages);
    }

    @Test
    void everythingOnATimelineHasWords() {
        Set<String> codes = found("java", "\"((?:inquiry|call|client|enrolment|step|stop|task|mail|appointment|consent"
                + "|preference|address|contact)\\.[a-z-]+)\"");
        Stream.of(DeliveryChanged.State.values()).forEach(state -> codes.add("mail." + lower(state)));
        Stream.of(AppointmentChanged.Change.values()).forEach(change -> codes.add("appointment." + lower(change)));
        Stream.of(PreferenceChanged.State.values()).forEach(state -> codes.add("preference." + lower(state)));
        Stream.of(AddressStateChanged.State.values()).forEach(state -> codes.add("address." + lower(state)));
        Stream.of(AppointmentAnswered.Answer.values()).forEach(answer -> codes.add("answer." + lower(answer)));
        // titles of tasks, acts in the audit log, words of the pages
        codes.removeIf(code -> messages.contains("value.title." + code) || messages.contains("value.action." + code)
                || messages.contains(code));

        assertThat(codes).isNotEmpty().allSatisfy(code -> assertThat(messages).contains("timeline." + code));
    }

    @Test
    void schedulesThatComeWithHandrailHaveWordsForAllTheirCodes() {
        assertThat(prefixed("value.title.", found("resources/schedules", "\"title\": \"(task\\.[a-z.-]+)\""))).isSubsetOf(messages);
        assertThat(prefixed("value.step.", found("resources/schedules", "\"key\": \"([a-z0-9-]+)\""))).isSubsetOf(messages);
        assertThat(prefixed("value.template.", Templates.SHIPPED.keys())).isSubsetOf(messages);
        assertThat(prefixed("value.title.", found("java", "\"(task\\.(?!on-call|taken|released|completed)[a-z-]+)\""))).isSubsetOf(messages);
    }

    @Test
    void everyTitleThatAScheduleMayNameHasWordsAndNoneHasWordsInVain() {
        assertThat(prefixed("value.title.", TaskTitles.KEYS)).isEqualTo(messages.stream()
                .filter(code -> code.startsWith("value.title.")).collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void reasonsHaveWords() {
        Set<String> reasons = found("java/org/handrail/followup/dispatch", "\"([a-z]+(?:-[a-z]+)+)\"");
        reasons.addAll(found("java/org/handrail/followup/enrolment", "\"([a-z]+(?:-[a-z]+)+)\""));
        // what other services say
        reasons.addAll(Set.of("receipt-limit", "receipt-source-limit", "address-stopped", "address-change-over"));
        // names of the code and of steps, no reasons
        reasons.removeAll(Set.of("open-cases", "address-asking", "address-moved"));

        assertThat(prefixed("value.reason.", reasons)).isNotEmpty().isSubsetOf(messages);
    }

    @Test
    void enumsHaveWords() {
        assertThat(of("outcome.", TaskOutcome.values())).isSubsetOf(messages);
        assertThat(of("value.outcome.", TaskOutcome.values())).isSubsetOf(messages);
        assertThat(of("kind.task.", TaskKind.values())).isSubsetOf(messages);
        assertThat(of("priority.", Priority.values())).isSubsetOf(messages);
        assertThat(of("role.", StaffRole.values())).isSubsetOf(messages);
        assertThat(of("value.purpose.", Purpose.values())).isSubsetOf(messages);
        assertThat(of("value.kind.", AppointmentKind.values())).isSubsetOf(messages);
        assertThat(of("value.status.", AppointmentStatus.values())).isSubsetOf(messages);
        assertThat(of("value.anchor.", AnchorEvent.values())).isSubsetOf(messages);
        assertThat(of("value.stop.", StopEvent.values())).isSubsetOf(messages);
    }

    @Test
    void wordsAreThoseOfTheField() {
        assertThat(text()).doesNotContainIgnoringCase("addict").doesNotContainIgnoringCase("abuse")
                .doesNotContainIgnoringCase("relapse").doesNotContainIgnoringCase("patient");
    }

    private static Set<String> of(String prefix, Enum<?>[] values) {
        return prefixed(prefix, Arrays.stream(values).map(Enum::name).collect(Collectors.toSet()));
    }

    private static Set<String> prefixed(String prefix, Set<String> codes) {
        return codes.stream().map(code -> prefix + code).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    private static Set<String> found(String folder, String pattern) {
        try (Stream<Path> files = Files.walk(MAIN.resolve(folder))) {
            return files.filter(Files::isRegularFile).flatMap(file -> Pattern.compile(pattern).matcher(read(file)).results())
                    .map(match -> match.group(1)).collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String text() {
        return read(MAIN.resolve("resources/messages/followup.properties"));
    }

    private static Set<String> messages() {
        Properties properties = new Properties();
        try (Reader reader = new InputStreamReader(
                Files.newInputStream(MAIN.resolve("resources/messages/followup.properties")), StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return properties.stringPropertyNames();
    }
}
