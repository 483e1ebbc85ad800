package org.handrail.followup.rehearsal;

import java.util.Map;
import org.handrail.contract.Event;
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
import org.handrail.followup.enrolment.FollowingAppointments;
import org.handrail.followup.enrolment.FollowingCalls;
import org.handrail.followup.enrolment.FollowingContacts;
import org.handrail.followup.enrolment.FollowingDeliveries;
import org.handrail.followup.enrolment.FollowingInquiries;
import org.handrail.followup.enrolment.FollowingReplies;
import org.handrail.followup.enrolment.FollowingStays;
import org.handrail.followup.enrolment.HeedingStops;
import org.handrail.followup.enrolment.NotingFacts;
import org.handrail.followup.enrolment.Surroundings;

/** Which rule follows which fact, as the service's routes have it. */
final class Facts {

    @FunctionalInterface
    private interface Rule<E extends Event> {
        void apply(ClientCase client, E fact, Surroundings around);
    }

    private static final Map<Class<? extends Event>, Rule<Event>> RULES = Map.ofEntries(
            rule(InquiryReceived.class, FollowingInquiries::follow),
            rule(CallEnded.class, FollowingCalls::follow),
            rule(AppointmentChanged.class, FollowingAppointments::follow),
            rule(ClientAdmitted.class, FollowingStays::follow),
            rule(ClientDischarged.class, FollowingStays::follow),
            rule(StopRequested.class, HeedingStops::heed),
            rule(ConsentRecorded.class, (client, fact, around) -> NotingFacts.note(client, fact)),
            rule(AddressReadBack.class, (client, fact, around) -> NotingFacts.note(client, fact)),
            rule(ContactChanged.class, FollowingContacts::follow),
            rule(DeliveryChanged.class, FollowingDeliveries::follow),
            rule(ReplyReceived.class, FollowingReplies::follow));

    private Facts() {
    }

    private static <E extends Event> Map.Entry<Class<? extends Event>, Rule<Event>> rule(
            Class<E> type, Rule<E> rule) {
        return Map.entry(type, (client, fact, around) -> rule.apply(client, type.cast(fact), around));
    }

    /** Facts without a rule change no case. */
    static boolean areAboutACase(Event fact) {
        return RULES.containsKey(fact.getClass());
    }

    static void apply(ClientCase client, Event fact, Surroundings around) {
        RULES.get(fact.getClass()).apply(client, fact, around);
    }
}
