package org.handrail.followup.schedule.json;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** JSON (RFC 8259), strictly; a name that is given twice is a fault like others and does not end the reading. */
final class JsonTreeReader implements TreeReader {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    @Override
    public Optional<JsonNode> read(String text, Faults faults) {
        try (JsonParser parser = JSON.createParser(text)) {
            JsonToken first = parser.nextToken();
            JsonNode tree = first == null ? null : value(parser, first, "", 1, faults);
            if (first == null) {
                faults.unreadable("", "is empty");
            } else if (tree != null && parser.nextToken() != null) {
                faults.unreadable("", "has more behind its end, on line " + parser.currentTokenLocation().getLineNr());
            }
            return Optional.ofNullable(tree);
        } catch (JacksonException e) {
            faults.unreadable("", "is not JSON: " + where(e));
            return Optional.empty();
        }
    }

    /** Never with Jackson's own location, which may quote the document. */
    private static String where(JacksonException e) {
        return e.getLocation() == null ? "cannot be read" : "line " + e.getLocation().getLineNr() + ", column "
                + e.getLocation().getColumnNr() + ": " + e.getOriginalMessage().lines().findFirst().orElse("");
    }

    /** @return null when nesting ends the reading */
    private @Nullable JsonNode value(JsonParser parser, JsonToken token, String path, int depth, Faults faults) {
        if (depth > DEEPEST) {
            faults.unreadable(path, "is nested deeper than " + DEEPEST);
            return null;
        }
        return switch (token) {
            case START_OBJECT -> object(parser, path, depth, faults);
            case START_ARRAY -> array(parser, path, depth, faults);
            case VALUE_STRING -> NODES.stringNode(parser.getString());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser);
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            default -> NODES.nullNode();
        };
    }

    private static JsonNode number(JsonParser parser) {
        return switch (parser.getNumberType()) {
            case INT, LONG -> NODES.numberNode(parser.getLongValue());
            case BIG_INTEGER -> NODES.numberNode(parser.getBigIntegerValue());
            default -> NODES.numberNode(parser.getDoubleValue());
        };
    }

    private @Nullable JsonNode object(JsonParser parser, String path, int depth, Faults faults) {
        ObjectNode object = NODES.objectNode();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            String at = Pointer.to(path, name);
            boolean again = object.has(name);
            if (again) {
                faults.unreadable(at, "is given twice, again on line " + parser.currentTokenLocation().getLineNr());
            }
            JsonNode value = value(parser, parser.nextToken(), at, depth + 1, faults);
            if (value == null) {
                return null;
            }
            object.set(name, again ? object.get(name) : value);
        }
        return object;
    }

    private @Nullable JsonNode array(JsonParser parser, String path, int depth, Faults faults) {
        ArrayNode array = NODES.arrayNode();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            JsonNode value = value(parser, token, Pointer.to(path, array.size()), depth + 1, faults);
            if (value == null) {
                return null;
            }
            array.add(value);
        }
        return array;
    }
}
