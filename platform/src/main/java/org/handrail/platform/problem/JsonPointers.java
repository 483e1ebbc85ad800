package org.handrail.platform.problem;

import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;

/** Where in the body a binding failed, as an RFC 6901 pointer. */
final class JsonPointers {

    private static final int LONGEST_NAME = 64;

    private JsonPointers() {
    }

    static String of(JacksonException failed) {
        if (failed.getPath().isEmpty()) {
            return FieldFault.WHOLE_BODY;
        }
        return failed.getPath().stream().map(JsonPointers::step).collect(Collectors.joining());
    }

    private static String step(JacksonException.Reference reference) {
        String name = reference.getPropertyName();
        if (name == null) {
            return "/" + reference.getIndex();
        }
        // an unknown name was sent by somebody: keep it only when it looks like a name, not like a value
        boolean plain = name.length() <= LONGEST_NAME && name.matches("[A-Za-z0-9_-]+");
        return "/" + (plain ? name : "?");
    }
}
