package org.handrail.followup.enrolment.camel;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.handrail.contract.Event;
import org.handrail.contract.EventType;
import org.handrail.contract.consents.AppointmentAnswered;
import org.handrail.contract.contacts.ContactChanged;
import org.handrail.contract.deliveries.DeliveryChanged;
import org.handrail.contract.deliveries.ReplyReceived;
import org.handrail.contract.intake.AddressReadBack;
import org.handrail.contract.intake.AppointmentChanged;
import org.handrail.contract.intake.CallEnded;
import org.handrail.contract.intake.ClientAdmitted;
import org.handrail.contract.intake.ClientDischarged;
import org.handrail.contract.intake.ConsentRecorded;
import org.handrail.contract.intake.InquiryReceived;
import org.handrail.contract.intake.StopRequested;
import org.handrail.followup.enrolment.ClientCase;
import org.handrail.followup.enrolment.FollowingAnswers;
import org.handrail.followup.enrolment.FollowingAppointments;
import org.handrail.followup.enrolment.FollowingCalls;
import org.handrail.followup.enrolment.FollowingContacts;
import org.handrail.followup.enrolment.FollowingDeliveries;
import org.handrail.followup.enrolment.FollowingInquiries;
import org.handrail.followup.enrolment.FollowingReplies;
import org.handrail.followup.enrolment.FollowingStays;
import org.handrail.followup.enrolment.HeedingStops;
import org.handrail.followup.enrolment.NotingFacts;
import org.handrail.followup.enrolment.OpeningCases;
import org.handrail.followup.enrolment.OpeningCases.Open;
import org.handrail.followup.enrolment.Surroundings;
import org.handrail.messaging.Received;

/** Steps of routes that work on open cases, which travel with the exchange. */
final class CaseSteps {

    private static final String OPEN = "open-cases";

    private final OpeningCases opening;

    CaseSteps(OpeningCases opening) {
        this.opening = opening;
    }

    /** A rule that applies a fact to a case. */
    @FunctionalInterface
    private interface Rule<E extends Event> {
        void apply(ClientCase client, E fact, Surroundings around);
    }

    void open(Exchange exchange) {
        Set<UUID> clients = facts(exchange).stream().map(Received::clientId).collect(Collectors.toSet());
        exchange.setProperty(OPEN, opening.open(clients));
    }

    void save(Exchange exchange) {
        opening.save(exchange.getProperty(OPEN, Open.class));
    }

    void followInquiry(Exchange exchange) {
        apply(exchange, InquiryReceived.class, FollowingInquiries::follow);
    }

    void followCall(Exchange exchange) {
        apply(exchange, CallEnded.class, FollowingCalls::follow);
    }

    void followAppointment(Exchange exchange) {
        apply(exchange, AppointmentChanged.class, FollowingAppointments::follow);
    }

    void followAdmission(Exchange exchange) {
        apply(exchange, ClientAdmitted.class, FollowingStays::follow);
    }

    void followDischarge(Exchange exchange) {
        apply(exchange, ClientDischarged.class, FollowingStays::follow);
    }

    void heedStop(Exchange exchange) {
        apply(exchange, StopRequested.class, HeedingStops::heed);
    }

    void noteConsent(Exchange exchange) {
        apply(exchange, ConsentRecorded.class, (client, fact, around) -> NotingFacts.note(client, fact));
    }

    void noteAddressReadBack(Exchange exchange) {
        apply(exchange, AddressReadBack.class, (client, fact, around) -> NotingFacts.note(client, fact));
    }

    void followDelivery(Exchange exchange) {
        apply(exchange, DeliveryChanged.class, FollowingDeliveries::follow);
    }

    /** Opens cases only where a client answered something: most facts of that topic ask for none. */
    void openOfAnswers(Exchange exchange) {
        Set<UUID> clients = facts(exchange).stream().filter(fact -> fact.is(EventType.APPOINTMENT_ANSWERED))
                .map(Received::clientId).collect(Collectors.toSet());
        exchange.setProperty(OPEN, opening.open(clients));
    }

    void followAnswer(Exchange exchange) {
        apply(exchange, AppointmentAnswered.class, FollowingAnswers::follow);
    }

    void followReply(Exchange exchange) {
        apply(exchange, ReplyReceived.class, FollowingReplies::follow);
    }

    void followContact(Exchange exchange) {
        Received fact = exchange.getMessage().getBody(Received.class);
        if (fact.isTombstone()) {
            FollowingContacts.forget(openCases(exchange).of(fact.clientId()), fact.occurredAt());
        } else {
            apply(exchange, ContactChanged.class, FollowingContacts::follow);
        }
    }

    private static <E extends Event> void apply(Exchange exchange, Class<E> type, Rule<E> rule) {
        Received fact = exchange.getMessage().getBody(Received.class);
        Open open = openCases(exchange);
        rule.apply(open.of(fact.clientId()), type.cast(fact.event()), open.around());
    }

    private static Open openCases(Exchange exchange) {
        return exchange.getProperty(OPEN, Open.class);
    }

    @SuppressWarnings("unchecked")
    static List<Received> facts(Exchange exchange) {
        return (List<Received>) exchange.getMessage().getBody(List.class);
    }
}
