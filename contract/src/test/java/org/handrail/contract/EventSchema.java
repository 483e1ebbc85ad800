package org.handrail.contract;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The schema of one event type as it lies on the class path, and what it says of a JSON document. */
record EventSchema(JsonNode document, Schema schema) {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    static EventSchema of(EventType type) {
        try (InputStream resource = EventSchema.class.getResourceAsStream(type.schemaResource())) {
            if (resource == null) {
                throw new AssertionError("No schema at " + type.schemaResource());
            }
            JsonNode document = JSON.readTree(resource);
            return new EventSchema(document, REGISTRY.getSchema(document));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Formats are checked, too, as a consumer outside may do. */
    List<Error> faultsOf(JsonNode event) {
        return schema.validate(event, context ->
                context.executionConfig(config -> config.formatAssertionsEnabled(true)));
    }

    boolean accepts(JsonNode event) {
        return faultsOf(event).isEmpty();
    }

    JsonNode property(String name) {
        return document.path("properties").path(name);
    }

    Set<String> propertyNames() {
        return new TreeSet<>(document.path("properties").propertyNames());
    }

    Set<String> required() {
        Set<String> names = new TreeSet<>();
        document.path("required").forEach(name -> names.add(name.stringValue()));
        return names;
    }
}
