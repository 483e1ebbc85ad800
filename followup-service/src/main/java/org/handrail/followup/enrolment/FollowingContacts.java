package org.handrail.followup.enrolment;

import java.time.Instant;
import java.util.Objects;
import org.handrail.contract.contacts.ContactChanged;

/** A client's details became known, changed, or are to be forgotten. */
public final class FollowingContacts {

    private FollowingContacts() {
    }

    /** What is pending moves to the client's own wall clock. */
    public static void follow(ClientCase client, ContactChanged contact, Surroundings around) {
        if (!Objects.equals(client.person().zone(), contact.zone())) {
            client.person(client.person().in(contact.zone()));
            replan(client, around);
        }
    }

    public static void forget(ClientCase client, Instant at) {
        client.person(client.person().in(null));
        client.closeCallBacks("forgotten");
        client.endAll("forgotten", at);
    }

    /** Works out again what is pending, for instance because the time zone database changed. */
    public static void replan(ClientCase client, Surroundings around) {
        client.active().forEach(enrolment -> around.scheduleOf(enrolment)
                .ifPresent(schedule -> Planning.plan(client, enrolment, schedule, around)));
    }
}
