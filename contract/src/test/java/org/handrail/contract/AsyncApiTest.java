package org.handrail.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.contract.AsyncApi.at;
import static org.handrail.contract.AsyncApi.map;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** docs/asyncapi.yaml says of topics, messages and schemas exactly what the code does. */
class AsyncApiTest {

    private static final String DEAD_LETTERS = "DeadLetters";
    private static final String TOMBSTONE = "ContactForgotten";

    private final AsyncApi api = AsyncApi.read();

    AsyncApiTest() throws IOException {
    }

    @Test
    void channelsAreTheTopicsAndTheirDeadLetters() {
        assertThat(api.channels().keySet()).containsExactlyInAnyOrderElementsOf(
                Arrays.stream(Topic.values())
                        .flatMap(topic -> Stream.of(channelOf(topic), channelOf(topic) + DEAD_LETTERS))
                        .toList());
    }

    @ParameterizedTest
    @EnumSource
    void addressesAreTheTopicNames(Topic topic) {
        String prefix = (String) api.at("components", "parameters", "prefix").get("default");

        assertThat(address(channelOf(topic), prefix)).isEqualTo(topic.name("handrail."));
        assertThat(address(channelOf(topic) + DEAD_LETTERS, prefix)).isEqualTo(topic.deadLetterName("handrail."));
    }

    @ParameterizedTest
    @EnumSource
    void topicsAreDescribedWithTheSettingsTheyAreCreatedWith(Topic topic) {
        assertThat(settings(channelOf(topic))).isEqualTo(topic.settings());
        assertThat(settings(channelOf(topic) + DEAD_LETTERS)).isEqualTo(topic.deadLetterSettings());
        assertThat(binding(channelOf(topic)).get("partitions")).isEqualTo(Topic.PARTITIONS);
        assertThat(binding(channelOf(topic) + DEAD_LETTERS).get("partitions")).isEqualTo(Topic.PARTITIONS);
    }

    @ParameterizedTest
    @EnumSource
    void aChannelCarriesTheEventsOfItsTopic(Topic topic) {
        Set<String> events = eventsOf(topic);
        Set<String> messages = at(api.channels(), channelOf(topic), "messages").keySet();

        assertThat(messages.stream().filter(name -> !name.equals(TOMBSTONE))).containsExactlyInAnyOrderElementsOf(events);
        assertThat(messages.contains(TOMBSTONE)).isEqualTo(topic == Topic.CONTACTS);
        assertThat(at(api.channels(), channelOf(topic) + DEAD_LETTERS, "messages")).containsOnlyKeys("deadLetter");
    }

    @ParameterizedTest
    @EnumSource
    void everyEventTypeIsAMessageWithItsSchema(EventType type) {
        Map<String, Object> message = at(api.messages(), type.record().getSimpleName());

        assertThat(message.get("name")).isEqualTo(type.code());
        String schema = (String) at(message, "payload", "schema").get("$ref");
        Path resource = Path.of("src/main/resources" + type.schemaResource());
        assertThat(api.file().resolveSibling(schema).normalize())
                .isEqualTo(Path.of("..", "contract").resolve(resource).normalize());
        assertThat(Files.isRegularFile(resource)).isTrue();
    }

    @Test
    void noMessageIsLeftOver() {
        assertThat(api.messages().keySet()).containsExactlyInAnyOrderElementsOf(Stream.concat(
                Arrays.stream(EventType.values()).map(type -> type.record().getSimpleName()),
                Stream.of(TOMBSTONE, "deadLetter")).toList());
        assertThat(map(api.messages().get(TOMBSTONE)).get("name")).isEqualTo(EventType.CONTACT_CHANGED.code());
    }

    @Test
    void everyTopicHasOneSenderAndSomebodyWhoReads() {
        for (Topic topic : Topic.values()) {
            assertThat(servicesThat("send", topic)).as("senders of %s", topic).hasSize(1);
            assertThat(servicesThat("receive", topic)).as("readers of %s", topic).isNotEmpty();
        }
    }

    /** A mistyped reference would otherwise go unnoticed: readers of the file skip what they cannot follow. */
    @Test
    void everyReferenceLeadsSomewhere() {
        List<String> references = references(api.document()).toList();

        assertThat(references).hasSizeGreaterThan(EventType.values().length * 2);
        for (String reference : references) {
            if (reference.startsWith("#/")) {
                assertThat(api.at(reference.substring(2).split("/"))).isNotEmpty();
            } else {
                assertThat(api.file().resolveSibling(reference)).isRegularFile();
            }
        }
    }

    private static Stream<String> references(Object node) {
        if (node instanceof Map<?, ?> children) {
            return children.entrySet().stream().flatMap(child -> "$ref".equals(child.getKey())
                    ? Stream.of((String) child.getValue())
                    : references(child.getValue()));
        }
        return node instanceof Collection<?> children ? children.stream().flatMap(AsyncApiTest::references) : Stream.of();
    }

    private List<Object> servicesThat(String action, Topic topic) {
        return api.at("operations").values().stream()
                .map(AsyncApi::map)
                .filter(operation -> action.equals(operation.get("action")))
                .filter(operation -> ("#/channels/" + channelOf(topic)).equals(at(operation, "channel").get("$ref")))
                .map(operation -> map(((List<?>) operation.get("tags")).get(0)).get("name"))
                .toList();
    }

    private String address(String channel, String prefix) {
        return ((String) at(api.channels(), channel).get("address")).replace("{prefix}", prefix);
    }

    private Map<String, Object> binding(String channel) {
        return at(api.channels(), channel, "bindings", "kafka");
    }

    private Map<String, String> settings(String channel) {
        return at(binding(channel), "topicConfiguration").entrySet().stream().collect(Collectors.toMap(
                Map.Entry::getKey,
                setting -> setting.getValue() instanceof List<?> list
                        ? list.stream().map(String::valueOf).collect(Collectors.joining(","))
                        : String.valueOf(setting.getValue())));
    }

    private static Set<String> eventsOf(Topic topic) {
        return Arrays.stream(EventType.values())
                .filter(type -> type.topic() == topic)
                .map(type -> type.record().getSimpleName())
                .collect(Collectors.toSet());
    }

    private static String channelOf(Topic topic) {
        return topic.name().toLowerCase(Locale.ROOT);
    }
}
