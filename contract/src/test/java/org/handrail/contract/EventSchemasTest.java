package org.handrail.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What goes over the wire against what the schemas promise to everybody else. */
class EventSchemasTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    @ParameterizedTest
    @EnumSource
    void everyEventTypeHasASchemaThatNamesIt(EventType type) {
        JsonNode schema = EventSchema.of(type).document();

        assertThat(schema.path("$schema").stringValue()).isEqualTo("https://json-schema.org/draft/2020-12/schema");
        assertThat(schema.path("$id").stringValue()).isEqualTo(type.schemaId());
        assertThat(schema.path("title").stringValue()).isEqualTo(type.record().getSimpleName());
        assertThat(schema.path("description").stringValue()).isNotBlank();
    }

    @Test
    void noSchemaIsLeftOver() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/schemas"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            Arrays.stream(EventType.values()).map(type -> type.code() + ".json").toList());
        }
    }

    @ParameterizedTest
    @EnumSource
    void samplesAreAcceptedAndComeBackWhole(EventType type) {
        for (Event sample : SampleEvents.of(type)) {
            String json = JSON.writeValueAsString(sample);

            assertThat(EventSchema.of(type).faultsOf(JSON.readTree(json))).isEmpty();
            assertThat(JSON.readValue(json, type.record())).isEqualTo(sample);
            assertThat(EventType.of(sample)).isEqualTo(type);
        }
    }

    @ParameterizedTest
    @EnumSource
    void nullsMayBeLeftOutOrWritten(EventType type) {
        EventSchema schema = EventSchema.of(type);
        JsonNode bare = JSON.valueToTree(lastOf(SampleEvents.of(type)));
        ObjectNode without = bare.deepCopy().asObject();
        bare.properties().stream().filter(property -> property.getValue().isNull())
                .forEach(property -> without.remove(property.getKey()));

        assertThat(schema.accepts(bare)).isTrue();
        assertThat(schema.accepts(without)).isTrue();
    }

    /** A consumer that has an older copy of the schema must go on working when a property is added. */
    @ParameterizedTest
    @EnumSource
    void propertiesOfLaterVersionsAreTolerated(EventType type) {
        ObjectNode later = sample(type).put("addedLater", "anything");

        assertThat(EventSchema.of(type).accepts(later)).isTrue();
        assertThat(JSON.treeToValue(later, type.record())).isEqualTo(SampleEvents.of(type).get(0));
    }

    @TestFactory
    Stream<DynamicTest> refusesAnEventWithoutARequiredProperty() {
        return forEveryType(schema -> schema.required(), (event, name) -> event.remove(name));
    }

    @TestFactory
    Stream<DynamicTest> refusesAPropertyOfAnotherKind() {
        return forEveryType(schema -> schema.propertyNames(), (event, name) -> event.putObject(name));
    }

    /** Ids, instants, codes and enums alike: no property takes free text but those that hold it in contacts. */
    @TestFactory
    Stream<DynamicTest> refusesFreeTextInPlaceOfIdsAndCodes() {
        List<String> freeText = List.of("givenName", "familyName", "email", "zone", "messages");
        return Arrays.stream(EventType.values()).flatMap(type -> {
            EventSchema schema = EventSchema.of(type);
            return schema.propertyNames().stream()
                    .filter(name -> type.topic() != Topic.CONTACTS || !freeText.contains(name))
                    .map(name -> DynamicTest.dynamicTest(type + "." + name, () -> {
                        ObjectNode broken = sample(type).put(name, "call Robin at home");
                        assertThat(schema.accepts(broken)).isFalse();
                    }));
        });
    }

    @TestFactory
    Stream<DynamicTest> refusesWhatTheRecordsRefuse() {
        return Stream.of(
                broken(EventType.REMINDER_DUE, "appointment without version", e -> e.put("appointmentVersion", 0)),
                broken(EventType.REMINDER_DUE, "version without appointment", e -> e.putNull("appointmentId")),
                broken(EventType.APPOINTMENT_ANSWERED, "undoing nothing", e -> e.putNull("undoes")),
                broken(EventType.APPOINTMENT_ANSWERED, "undoing by confirming", e -> e.put("answer", "CONFIRMED")),
                broken(EventType.STOP_REQUESTED, "no purpose", e -> e.putArray("purposes")),
                broken(EventType.APPOINTMENT_CHANGED, "version 0", e -> e.put("version", 0)),
                broken(EventType.CONTACT_CHANGED, "version 0", e -> e.put("version", 0)),
                broken(EventType.ADDRESS_READ_BACK, "no address", e -> e.put("addressVersion", 0)));
    }

    private static DynamicTest broken(EventType type, String why, Consumer<ObjectNode> damage) {
        return DynamicTest.dynamicTest(type + ": " + why, () -> {
            ObjectNode event = sample(type);
            damage.accept(event);

            assertThat(EventSchema.of(type).accepts(event)).isFalse();
            assertThat(catchRefusal(event, type)).isNotNull();
        });
    }

    private static @Nullable Throwable catchRefusal(ObjectNode event, EventType type) {
        return catchThrowable(() -> JSON.treeToValue(event, type.record()));
    }

    private static Stream<DynamicTest> forEveryType(
            Function<EventSchema, Set<String>> properties,
            BiConsumer<ObjectNode, String> damage) {
        return Arrays.stream(EventType.values()).flatMap(type -> {
            EventSchema schema = EventSchema.of(type);
            return properties.apply(schema).stream().map(name ->
                    DynamicTest.dynamicTest(type + "." + name, () -> {
                        ObjectNode event = sample(type);
                        damage.accept(event, name);
                        assertThat(schema.accepts(event)).isFalse();
                    }));
        });
    }

    private static ObjectNode sample(EventType type) {
        return JSON.<ObjectNode>valueToTree(SampleEvents.of(type).get(0));
    }

    private static Event lastOf(List<Event> events) {
        return events.get(events.size() - 1);
    }
}
