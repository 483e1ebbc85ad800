package org.handrail.followup.schedule.json;

import java.util.Iterator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * YAML 1.2 with the core schema, event by event: nothing is expanded, so that no document grows while it is read.
 * Anchors, aliases and tags are faults: a definition that says each thing where it stands can be checked by eye.
 */
final class YamlTreeReader implements TreeReader {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    @Override
    public Optional<JsonNode> read(String text, Faults faults) {
        LoadSettings settings = LoadSettings.builder().setLabel("definition").setUseMarks(true)
                .setCodePointLimit(text.length() + 1).build();
        try {
            return document(new Parse(settings).parseString(text).iterator(), faults);
        } catch (ReaderException e) {
            faults.unreadable("", "is not YAML: " + Characters.placeOfOdd(text) + " is not allowed");
        } catch (YamlEngineException e) {
            faults.unreadable("", "is not YAML: " + where(e));
        }
        return Optional.empty();
    }

    private static String where(YamlEngineException e) {
        if (e instanceof MarkedYamlEngineException marked && marked.getProblemMark().isPresent()) {
            return "line " + (marked.getProblemMark().get().getLine() + 1) + ", column "
                    + (marked.getProblemMark().get().getColumn() + 1) + ": " + marked.getProblem();
        }
        return "cannot be read";
    }

    private Optional<JsonNode> document(Iterator<Event> events, Faults faults) {
        events.next();
        if (events.next().getEventId() == Event.ID.StreamEnd) {
            faults.unreadable("", "is empty");
            return Optional.empty();
        }
        JsonNode tree = value(events, events.next(), "", 1, faults);
        if (tree == null) {
            return Optional.empty();
        }
        events.next();
        Event next = events.next();
        if (next.getEventId() != Event.ID.StreamEnd) {
            faults.unreadable("", "has a second document" + line(next));
        }
        return Optional.of(tree);
    }

    /** @return null when nesting, or a key that is no text, ends the reading */
    private @Nullable JsonNode value(Iterator<Event> events, Event event, String path, int depth, Faults faults) {
        if (depth > DEEPEST) {
            faults.unreadable(path, "is nested deeper than " + DEEPEST);
            return null;
        }
        if (event instanceof AliasEvent alias) {
            faults.unreadable(path, "is an alias (*" + shown(alias.getAlias().getValue()) + ")" + line(event)
                    + "; write out what it stands for");
            return NODES.nullNode();
        }
        refuseAnchor(event, path, faults);
        if (event instanceof ScalarEvent scalar) {
            return scalar(scalar, path, faults);
        }
        refuseTag(((CollectionStartEvent) event).getTag(), event, path, faults);
        return event.getEventId() == Event.ID.MappingStart
                ? mapping(events, path, depth, faults) : sequence(events, path, depth, faults);
    }

    private @Nullable JsonNode mapping(Iterator<Event> events, String path, int depth, Faults faults) {
        ObjectNode object = NODES.objectNode();
        for (Event key = events.next(); key.getEventId() != Event.ID.MappingEnd; key = events.next()) {
            if (!(key instanceof ScalarEvent scalar)) {
                faults.unreadable(path, "has a field whose name is no text" + line(key));
                return null;
            }
            String name = scalar.getValue();
            String at = Pointer.to(path, name);
            boolean again = object.has(name);
            if (again) {
                faults.unreadable(at, "is given twice, again" + line(key));
            }
            refuseAnchor(key, at, faults);
            refuseTag(scalar.getTag(), key, at, faults);
            JsonNode value = value(events, events.next(), at, depth + 1, faults);
            if (value == null) {
                return null;
            }
            object.set(name, again ? object.get(name) : value);
        }
        return object;
    }

    private @Nullable JsonNode sequence(Iterator<Event> events, String path, int depth, Faults faults) {
        ArrayNode array = NODES.arrayNode();
        for (Event event = events.next(); event.getEventId() != Event.ID.SequenceEnd; event = events.next()) {
            JsonNode value = value(events, event, Pointer.to(path, array.size()), depth + 1, faults);
            if (value == null) {
                return null;
            }
            array.add(value);
        }
        return array;
    }

    private static JsonNode scalar(ScalarEvent scalar, String path, Faults faults) {
        refuseTag(scalar.getTag(), scalar, path, faults);
        return scalar.isPlain() ? YamlScalars.plain(scalar.getValue()) : NODES.stringNode(scalar.getValue());
    }

    private static void refuseAnchor(Event event, String path, Faults faults) {
        if (event instanceof NodeEvent node && node.getAnchor().isPresent()) {
            faults.unreadable(path, "has an anchor (&" + shown(node.getAnchor().get().getValue()) + ")" + line(event)
                    + "; anchors are not allowed");
        }
    }

    private static void refuseTag(Optional<String> tag, Event event, String path, Faults faults) {
        if (tag.isPresent()) {
            faults.unreadable(path, "has a tag (" + shown(tag.get()) + ")" + line(event) + "; tags are not allowed");
        }
    }

    private static String shown(String name) {
        return Pointer.to("", name).substring(1);
    }

    private static String line(Event event) {
        return event.getStartMark().map(mark -> " on line " + (mark.getLine() + 1)).orElse("");
    }
}
