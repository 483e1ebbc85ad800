package org.handrail.followup.enrolment.camel;

import static org.handrail.contract.EventType.ADDRESS_READ_BACK;
import static org.handrail.contract.EventType.APPOINTMENT_ANSWERED;
import static org.handrail.contract.EventType.APPOINTMENT_CHANGED;
import static org.handrail.contract.EventType.CALL_ENDED;
import static org.handrail.contract.EventType.CLIENT_ADMITTED;
import static org.handrail.contract.EventType.CLIENT_DISCHARGED;
import static org.handrail.contract.EventType.CONSENT_RECORDED;
import static org.handrail.contract.EventType.DELIVERY_CHANGED;
import static org.handrail.contract.EventType.INQUIRY_RECEIVED;
import static org.handrail.contract.EventType.REPLY_RECEIVED;
import static org.handrail.contract.EventType.STOP_REQUESTED;

import org.apache.camel.Predicate;
import org.apache.camel.builder.RouteBuilder;
import org.handrail.contract.EventType;
import org.handrail.messaging.Received;

/**
 * Facts as they reach follow-up. A poll's worth comes in at a time: the cases of all whom it is about are opened
 * together, each fact is applied in its order, and what changed is stored together.
 */
final class EnrolmentRoutes extends RouteBuilder {

    /** Where facts come from. */
    record Sources(String intake, String contacts, String consents, String deliveries) {

        static Sources topics() {
            return new Sources("events:INTAKE?group=followup", "events:CONTACTS?group=followup",
                    "events:CONSENTS?group=followup", "events:DELIVERIES?group=followup");
        }
    }

    private final Sources sources;
    private final CaseSteps cases;
    private final ClientSteps clients;

    EnrolmentRoutes(Sources sources, CaseSteps cases, ClientSteps clients) {
        this.sources = sources;
        this.cases = cases;
        this.clients = clients;
    }

    @Override
    public void configure() {
        from(sources.intake())
                .routeId("followup.enrolment.follow")
                .process(clients::silencePreferences)
                .process(cases::open)
                .split(body()).stopOnException()
                    .choice()
                        .when(is(INQUIRY_RECEIVED)).process(cases::followInquiry)
                        .when(is(CALL_ENDED)).process(cases::followCall)
                        .when(is(APPOINTMENT_CHANGED)).process(cases::followAppointment)
                        .when(is(CLIENT_ADMITTED)).process(cases::followAdmission)
                        .when(is(CLIENT_DISCHARGED)).process(cases::followDischarge)
                        .when(is(STOP_REQUESTED)).process(cases::heedStop)
                        .when(is(CONSENT_RECORDED)).process(cases::noteConsent)
                        .when(is(ADDRESS_READ_BACK)).process(cases::noteAddressReadBack)
                    .end()
                .end()
                .process(cases::save);

        from(sources.contacts())
                .routeId("followup.client.keep-contacts")
                .process(clients::keepContacts)
                .process(cases::open)
                .split(body()).stopOnException()
                    .process(cases::followContact)
                .end()
                .process(cases::save);

        from(sources.consents())
                .routeId("followup.client.keep-consents")
                .process(clients::keepConsents)
                .process(clients::noteConsents)
                .filter(exchange -> CaseSteps.facts(exchange).stream().anyMatch(fact -> fact.is(APPOINTMENT_ANSWERED)))
                    .process(cases::openOfAnswers)
                    .split(body()).stopOnException()
                        .filter(is(APPOINTMENT_ANSWERED)).process(cases::followAnswer).end()
                    .end()
                    .process(cases::save)
                .end();

        from(sources.deliveries())
                .routeId("followup.enrolment.follow-deliveries")
                .process(cases::open)
                .split(body()).stopOnException()
                    .choice()
                        .when(is(DELIVERY_CHANGED)).process(cases::followDelivery)
                        .when(is(REPLY_RECEIVED)).process(cases::followReply)
                    .end()
                .end()
                .process(cases::save);
    }

    private static Predicate is(EventType type) {
        return exchange -> exchange.getMessage().getBody(Received.class).is(type);
    }
}
