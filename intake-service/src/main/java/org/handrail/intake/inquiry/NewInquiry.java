package org.handrail.intake.inquiry;

import java.time.Instant;
import org.handrail.contract.ContactMeans;
import org.handrail.contract.Purpose;
import org.handrail.contract.intake.InquiryReceived.Relationship;
import org.handrail.intake.client.ContactUpdate;
import org.handrail.intake.consent.ConsentTaken;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wrote who asks for help.
 *
 * @param consent    null when none was given; only a client's own counts
 * @param suspicious it came as robots send
 * @param receiptHeld a code: why no receipt is to be mailed though it was consented to; null: nothing speaks against it
 */
public record NewInquiry(
        ContactUpdate details,
        Relationship relationship,
        ContactMeans preferredMeans,
        @Nullable String message,
        String siteId,
        @Nullable ConsentTaken consent,
        boolean suspicious,
        Instant at,
        @Nullable String receiptHeld) {

    public NewInquiry(ContactUpdate details, Relationship relationship, ContactMeans preferredMeans,
            @Nullable String message, String siteId, @Nullable ConsentTaken consent, boolean suspicious, Instant at) {
        this(details, relationship, preferredMeans, message, siteId, consent, suspicious, at, null);
    }

    public boolean asksForReceipt() {
        return consent != null && consent.purposes().contains(Purpose.RECEIPTS)
                && relationship == Relationship.SELF;
    }

    /** Too many came from where this one did: it is taken, and no mail goes out for it before staff have spoken. */
    public NewInquiry holdingReceipt(String why) {
        return new NewInquiry(details, relationship, preferredMeans, message, siteId, consent, true, at, why);
    }
}
