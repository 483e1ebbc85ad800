package org.handrail.contract.intake;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.handrail.contract.Checks;
import org.handrail.contract.ContactMeans;
import org.handrail.contract.Event;

/**
 * Somebody asked for help by the web form or its API.
 *
 * @param relationship    who wrote; from anybody but SELF it makes work for staff and never mail
 * @param crisis          words of crisis were found: on-call is to be told now
 * @param possibleMatches known clients with the same email or phone, for staff to merge; empty if none
 * @param siteId          a configured site
 */
public record InquiryReceived(
        UUID clientId,
        UUID inquiryId,
        Instant receivedAt,
        Relationship relationship,
        ContactMeans preferredMeans,
        boolean crisis,
        String siteId,
        List<UUID> possibleMatches) implements Event {

    public enum Relationship { SELF, RELATIVE, PROFESSIONAL, OTHER }

    public InquiryReceived {
        Checks.code("siteId", siteId);
        possibleMatches = List.copyOf(possibleMatches);
    }
}
