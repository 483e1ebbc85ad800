package org.handrail.contract.intake;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.handrail.contract.Checks;
import org.handrail.contract.ContactMeans;
import org.handrail.contract.Event;
import org.jspecify.annotations.Nullable;

/**
 * Somebody asked for help by the web form or its API.
 *
 * @param relationship    who wrote; from anybody but SELF it makes work for staff and never mail
 * @param crisis          words of crisis were found: on-call is to be told now
 * @param possibleMatches known clients with the same email or phone, for staff to merge; empty if none
 * @param siteId          a configured site
 * @param receiptHeld     a code: why no receipt is to be mailed, for instance {@code receipt-source-limit}, though it was
 *                        consented to; null: nothing speaks against one
 */
public record InquiryReceived(
        UUID clientId,
        UUID inquiryId,
        Instant receivedAt,
        Relationship relationship,
        ContactMeans preferredMeans,
        boolean crisis,
        String siteId,
        List<UUID> possibleMatches,
        @Nullable String receiptHeld) implements Event {

    public enum Relationship { SELF, RELATIVE, PROFESSIONAL, OTHER }

    public InquiryReceived {
        Checks.code("siteId", siteId);
        if (receiptHeld != null) {
            Checks.code("receiptHeld", receiptHeld);
        }
        possibleMatches = List.copyOf(possibleMatches);
    }

    /** One whose receipt may go. */
    public InquiryReceived(UUID clientId, UUID inquiryId, Instant receivedAt, Relationship relationship,
            ContactMeans preferredMeans, boolean crisis, String siteId, List<UUID> possibleMatches) {
        this(clientId, inquiryId, receivedAt, relationship, preferredMeans, crisis, siteId, possibleMatches, null);
    }
}
