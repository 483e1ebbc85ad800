package org.handrail.followup.enrolment;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.handrail.contract.consents.AddressStateChanged;
import org.handrail.contract.consents.PreferenceChanged;
import org.handrail.contract.intake.AddressReadBack;
import org.handrail.contract.intake.ConsentRecorded;
import org.handrail.followup.timeline.TimelineEntry;

/** Facts that change no enrolment but belong on the timeline. */
public final class NotingFacts {

    private NotingFacts() {
    }

    public static void note(ClientCase client, ConsentRecorded consent) {
        client.note(consent.occurredAt(), "consent.recorded", consent.consentId(),
                Map.of("purpose", consent.purpose().name(), "how", consent.how().name(),
                        "wording", consent.wording()));
    }

    public static void note(ClientCase client, AddressReadBack readBack) {
        client.note(readBack.occurredAt(), "address.read-back", readBack.addressVersion(),
                Map.of("recordedBy", readBack.recordedBy()));
    }

    public static TimelineEntry entry(PreferenceChanged preference) {
        Instant at = preference.since();
        return Changes.entry(preference.clientId(), at, null, "preference." + code(preference.state()),
                preference.purpose() + "/" + preference.version(),
                Map.of("purpose", preference.purpose().name(), "how", preference.how().name()));
    }

    /**
     * That an address is not confirmed is how each begins. Told by another service's clock it would seem to come after
     * the read-back that confirmed it.
     */
    public static boolean isNews(AddressStateChanged address) {
        return address.state() != AddressStateChanged.State.UNCONFIRMED;
    }

    public static TimelineEntry entry(AddressStateChanged address) {
        return Changes.entry(address.clientId(), address.since(), null, "address." + code(address.state()),
                Integer.toString(address.addressVersion()), Map.of("reason", address.reason()));
    }

    private static String code(Enum<?> state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
