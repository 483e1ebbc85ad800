package org.handrail.messaging.events;

import java.util.List;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultEndpoint;
import org.handrail.contract.Topic;

/** Topics and the group that reads them. Facts are sent through the outbox, so there is no producer. */
final class EventsEndpoint extends DefaultEndpoint {

    private final Consuming consuming;
    private final List<Topic> topics;
    private final String group;
    private final int maxPollRecords;

    EventsEndpoint(String uri, EventsComponent component, Consuming consuming, List<Topic> topics, String group,
            int maxPollRecords) {
        super(uri, component);
        this.consuming = consuming;
        this.topics = topics;
        this.group = group;
        this.maxPollRecords = maxPollRecords;
    }

    @Override
    public Producer createProducer() {
        throw new UnsupportedOperationException("Facts are sent through the Outbox, in the sender's transaction");
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        EventsConsumer consumer = new EventsConsumer(this, processor);
        configureConsumer(consumer);
        return consumer;
    }

    @Override
    public boolean isLenientProperties() {
        return false;
    }

    Consuming consuming() {
        return consuming;
    }

    List<Topic> topics() {
        return topics;
    }

    String group() {
        return group;
    }

    int maxPollRecords() {
        return maxPollRecords;
    }
}
