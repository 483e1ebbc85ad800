package org.handrail.messaging.events;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;
import org.handrail.contract.Topic;

/**
 * {@code events:INTAKE?group=followup}, {@code events:INTAKE,CONTACTS?group=notifier}: consumes topics of the contract.
 *
 * <p>A route gets a {@code List<Received>}: the facts of one poll that this group has not taken in before, in order a
 * client, inside the transaction that remembers them. What the route writes commits with it; the offsets follow. When
 * the route throws, the poll is taken again one record at a time. A transient fault (see
 * {@link org.handrail.messaging.Faults}) is waited out; any other makes a dead letter after three tries. A route must
 * not hand the exchange to another thread, and must not handle exceptions that ought to undo its work.
 */
public final class EventsComponent extends DefaultComponent {

    private final Consuming consuming;

    public EventsComponent(Consuming consuming) {
        this.consuming = consuming;
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) {
        List<Topic> topics = Arrays.stream(remaining.split(",")).map(Topic::valueOf).toList();
        String group = getAndRemoveParameter(parameters, "group", String.class);
        if (group == null) {
            throw new IllegalArgumentException(uri + " needs ?group=");
        }
        int maxPollRecords = getAndRemoveParameter(parameters, "maxPollRecords", int.class, 500);
        return new EventsEndpoint(uri, this, consuming, topics, group, maxPollRecords);
    }
}
