package org.handrail.intake.merge;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.handrail.contract.intake.InquiryReceived;

/** What belongs to a client besides the details. Calls belong to the caller's transaction. */
public interface Merges {

    /** Appointments or stays: facts about them name the client, and have gone out. */
    boolean hasBookings(UUID clientId);

    /** Ties the references to the other client. */
    void moveReferences(UUID from, UUID to);

    /** The newest one, as it was received. */
    Optional<LatestInquiry> latestInquiry(UUID clientId);

    /** @param by a code */
    void note(UUID duplicate, UUID into, String by, Instant at);

    Optional<UUID> mergedInto(UUID duplicate);

    record LatestInquiry(UUID id, InquiryReceived.Relationship relationship, boolean crisis, String siteId,
            Instant receivedAt) {
    }
}
