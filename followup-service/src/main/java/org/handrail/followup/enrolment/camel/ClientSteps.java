package org.handrail.followup.enrolment.camel;

import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.handrail.contract.Event;
import org.handrail.contract.consents.AddressStateChanged;
import org.handrail.contract.consents.PreferenceChanged;
import org.handrail.contract.contacts.ContactChanged;
import org.handrail.contract.intake.StopRequested;
import org.handrail.followup.client.Clients;
import org.handrail.followup.enrolment.NotingFacts;
import org.handrail.followup.timeline.Timeline;
import org.handrail.messaging.Received;

/** Steps of routes that keep the newest of facts whose owners are elsewhere. */
final class ClientSteps {

    private final Clients clients;
    private final Timeline timeline;
    private final Clock clock;

    ClientSteps(Clients clients, Timeline timeline, Clock clock) {
        this.clients = clients;
        this.timeline = timeline;
        this.clock = clock;
    }

    void silencePreferences(Exchange exchange) {
        clients.stopsRequested(only(exchange, StopRequested.class));
    }

    /** Of a client who is forgotten and known again in one poll, only what came after counts. */
    void keepContacts(Exchange exchange) {
        List<Received> facts = CaseSteps.facts(exchange);
        int from = 0;
        for (int i = 0; i < facts.size(); i++) {
            if (facts.get(i).isTombstone()) {
                keep(facts.subList(from, i));
                clients.forget(List.of(facts.get(i).clientId()));
                from = i + 1;
            }
        }
        keep(facts.subList(from, facts.size()));
    }

    private void keep(List<Received> facts) {
        clients.contactsChanged(only(facts, ContactChanged.class), clock.instant());
    }

    void keepConsents(Exchange exchange) {
        clients.preferencesChanged(only(exchange, PreferenceChanged.class));
        clients.addressesChanged(only(exchange, AddressStateChanged.class));
    }

    void noteConsents(Exchange exchange) {
        timeline.record(Stream.concat(
                only(exchange, PreferenceChanged.class).stream().map(NotingFacts::entry),
                only(exchange, AddressStateChanged.class).stream().filter(NotingFacts::isNews)
                        .map(NotingFacts::entry)).toList());
    }

    private static <E extends Event> List<E> only(Exchange exchange, Class<E> type) {
        return only(CaseSteps.facts(exchange), type);
    }

    private static <E extends Event> List<E> only(List<Received> facts, Class<E> type) {
        return facts.stream().map(Received::event).filter(type::isInstance).map(type::cast).toList();
    }
}
