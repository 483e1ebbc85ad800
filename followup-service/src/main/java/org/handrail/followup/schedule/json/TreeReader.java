package org.handrail.followup.schedule.json;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads a text as a tree of values, whatever the notation. */
interface TreeReader {

    /** Deeper than any definition can be. */
    int DEEPEST = 40;

    /**
     * @param faults where to put what is wrong with the writing; places with one read as empty
     * @return empty when the text ends in the middle, so to speak: no tree can be told
     */
    Optional<JsonNode> read(String text, Faults faults);

    static TreeReader of(Notation notation) {
        return switch (notation) {
            case JSON -> new JsonTreeReader();
            case YAML -> new YamlTreeReader();
        };
    }
}
