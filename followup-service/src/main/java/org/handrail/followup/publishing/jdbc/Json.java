package org.handrail.followup.publishing.jdbc;

import tools.jackson.databind.json.JsonMapper;

/** Values that are kept as they are and never asked for in parts. */
final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {
    }

    static String of(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    static <T> T read(String json, Class<T> type) {
        return MAPPER.readValue(json, type);
    }
}
