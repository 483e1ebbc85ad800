package org.handrail.followup.enrolment;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.handrail.contract.contacts.ContactChanged;
import org.handrail.followup.time.ClientZone.Source;

/** A client's details became known, changed, or are to be forgotten. */
public final class FollowingContacts {

    private FollowingContacts() {
    }

    /** What is pending moves to the client's own wall clock. */
    public static void follow(ClientCase client, ContactChanged contact, Surroundings around) {
        Person before = client.person();
        if (contact.version() <= before.contactVersion()) {
            return;
        }
        client.person(before.in(contact.zone(), contact.version()));
        if (!Objects.equals(before.zone(), contact.zone())) {
            replan(client, around);
            sayIfUnknown(client, around.now(), around);
        }
    }

    /** Times go by the site's clock when the running JDK does not know the zone on record; nobody should wonder why. */
    static void sayIfUnknown(ClientCase client, Instant at, Surroundings around) {
        client.active().stream()
                .filter(enrolment -> Planning.zone(client, enrolment, around).source() == Source.SITE_FOR_UNKNOWN_ID)
                .forEach(enrolment -> sayUnknown(client, enrolment, at, around));
    }

    static void sayUnknown(ClientCase client, Enrolment enrolment, Instant at, Surroundings around) {
        client.note(at, enrolment.id(), "contact.zone-unknown", enrolment.id() + "/" + client.person().zone(),
                Map.of("schedule", enrolment.origin().scheduleId(),
                        "zone", Planning.zone(client, enrolment, around).zone().getId()));
    }

    public static void forget(ClientCase client, Instant at) {
        client.person(client.person().in(null, 0));
        client.closeCallBacks("forgotten");
        client.endAll("forgotten", at);
    }

    /** Works out again what is pending, for instance because the time zone database changed. */
    public static void replan(ClientCase client, Surroundings around) {
        client.active().forEach(enrolment -> around.scheduleOf(enrolment)
                .ifPresent(schedule -> Planning.plan(client, enrolment, schedule, around)));
    }
}
