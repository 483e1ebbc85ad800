package org.handrail.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Each schema against its record, component by component: neither can gain or lose anything alone. */
class SchemaShapeTest {

    @ParameterizedTest
    @EnumSource
    void propertiesAreTheRecordComponents(EventType type) {
        assertThat(EventSchema.of(type).propertyNames()).isEqualTo(names(type, component -> true));
    }

    @ParameterizedTest
    @EnumSource
    void requiredIsWhatCannotBeNull(EventType type) {
        assertThat(EventSchema.of(type).required()).isEqualTo(names(type, component -> !isNullable(component)));
    }

    @ParameterizedTest
    @EnumSource
    void typesAreThoseOfTheComponents(EventType type) {
        EventSchema schema = EventSchema.of(type);
        for (RecordComponent component : type.record().getRecordComponents()) {
            JsonNode property = schema.property(component.getName());

            assertThat(typesOf(property)).as("%s.%s", type, component.getName())
                    .isEqualTo(isNullable(component)
                            ? Set.of(jsonType(component.getType()), "null")
                            : Set.of(jsonType(component.getType())));
            assertShape(component.getGenericType(), property);
        }
    }

    private static void assertShape(Type type, JsonNode property) {
        if (type instanceof ParameterizedType collection) {
            assertShape(collection.getActualTypeArguments()[0], property.path("items"));
        } else if (type == UUID.class) {
            assertThat(property.path("format").stringValue()).isEqualTo("uuid");
        } else if (type == Instant.class) {
            assertThat(property.path("format").stringValue()).isEqualTo("date-time");
        } else if (type == LocalDateTime.class) {
            assertThat(property.path("pattern").isString()).isTrue();
        } else if (type instanceof Class<?> raw && raw.isEnum()) {
            assertThat(property.path("enum").valueStream().filter(JsonNode::isString).map(JsonNode::stringValue))
                    .containsExactlyElementsOf(
                            Arrays.stream(raw.getEnumConstants()).map(c -> ((Enum<?>) c).name()).toList());
        }
    }

    private static String jsonType(Class<?> type) {
        if (type == boolean.class) {
            return "boolean";
        }
        if (type == int.class || type == long.class || type == Integer.class) {
            return "integer";
        }
        return Collection.class.isAssignableFrom(type) ? "array" : "string";
    }

    private static Set<String> typesOf(JsonNode property) {
        JsonNode type = property.path("type");
        List<JsonNode> types = type.isArray() ? type.valueStream().toList() : List.of(type);
        return types.stream().map(JsonNode::stringValue).collect(Collectors.toSet());
    }

    private static boolean isNullable(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static Set<String> names(EventType type, Predicate<RecordComponent> wanted) {
        return Arrays.stream(type.record().getRecordComponents())
                .filter(wanted)
                .map(RecordComponent::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
