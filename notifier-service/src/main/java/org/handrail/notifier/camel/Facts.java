package org.handrail.notifier.camel;

import java.util.List;
import org.handrail.contract.Event;
import org.handrail.messaging.Received;

/** Facts of one kind out of what was received, in order. */
public final class Facts {

    private Facts() {
    }

    public static <E extends Event> List<E> of(List<Received> facts, Class<E> kind) {
        return facts.stream().map(Received::event).filter(kind::isInstance).map(kind::cast).toList();
    }
}
