package org.handrail.contract;

import java.util.UUID;

/**
 * A fact about one client. The client's id is the Kafka record key, so that the facts about a client keep their
 * order within a topic. No order holds across topics: an event may arrive before the contact that it names.
 */
public interface Event {

    UUID clientId();
}
