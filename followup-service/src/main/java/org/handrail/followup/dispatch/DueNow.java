package org.handrail.followup.dispatch;

import java.util.UUID;
import org.handrail.followup.enrolment.DueStep;
import org.handrail.followup.enrolment.Enrolment;
import org.jspecify.annotations.Nullable;

/**
 * A claimed step with what its enrolment and client look like at this moment.
 *
 * @param place     where the store finds the claimed row again, until its transaction ends; empty if it needs no help
 * @param zone      the client's, as the contact gave it; null if unknown
 */
public record DueNow(
        String place, DueStep step, Enrolment.Origin origin, @Nullable String zone, Address address,
        Preferences preferences) {

    public DueNow(DueStep step, Enrolment.Origin origin, @Nullable String zone, Address address,
            Preferences preferences) {
        this("", step, origin, zone, address, preferences);
    }

    /**
     * How mail could reach the client.
     *
     * @param known     whether contact details have come in
     * @param inquirer  they are somebody else's
     * @param given     an address is among them
     * @param state     of that very address, for instance {@code CONFIRMED}; null if not told yet
     */
    public record Address(boolean known, boolean inquirer, boolean given, @Nullable String state) {
    }

    public UUID clientId() {
        return origin.clientId();
    }
}
