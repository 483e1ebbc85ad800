package org.handrail.messaging.kafka;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.handrail.contract.Event;
import org.handrail.contract.EventType;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Events as JSON. Unknown fields are ignored, so that a newer producer can add some; missing ones are refused. */
public final class EventJson {

    private final JsonMapper json = JsonMapper.builder().build();
    private final Map<Class<?>, List<RecordComponent>> required = new ConcurrentHashMap<>();

    public byte[] write(Event event) {
        return json.writeValueAsBytes(event);
    }

    /** @throws UnreadableRecord when the bytes are not this event */
    public Event read(EventType type, byte[] bytes) {
        Event event;
        try {
            event = json.readValue(bytes, type.record());
        } catch (JacksonException e) {
            throw new UnreadableRecord("payload-not-" + type.code());
        }
        if (event == null) {
            throw new UnreadableRecord("payload-null");
        }
        requiredOf(type.record()).forEach(component -> requirePresent(component, event));
        return event;
    }

    private List<RecordComponent> requiredOf(Class<?> record) {
        return required.computeIfAbsent(record, type -> Arrays.stream(type.getRecordComponents())
                .filter(component -> !component.getAnnotatedType().isAnnotationPresent(Nullable.class))
                .toList());
    }

    private static void requirePresent(RecordComponent component, Event event) {
        Object value;
        try {
            value = component.getAccessor().invoke(event);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
        if (value == null) {
            throw new UnreadableRecord("field-missing-" + component.getName());
        }
    }
}
