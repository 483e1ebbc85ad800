package org.handrail.notifier.delivery;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.handrail.contract.AppointmentKind;
import org.handrail.contract.AppointmentStatus;
import org.handrail.contract.Language;
import org.handrail.notifier.choice.Choices;
import org.handrail.notifier.consent.Preference;
import org.jspecify.annotations.Nullable;

/**
 * All that the last look goes by, read in the transaction that claims.
 *
 * @param zone            the client's, the site's where that is unknown
 * @param fresh           queued a moment ago: what set out with it on other topics may still be under way
 * @param clientKnown     the intake topic has told of this client: consents given before the reminder are known
 * @param recipient       null: no contact details are known
 * @param consent         for this purpose; null: there never was one
 * @param appointment     null: none is named, or it is not known yet
 * @param lastCappedAt    when the client's last automated email that counts for the cap went; null: not lately
 * @param reminderWaiting a reminder of an appointment is queued for this client and due
 * @param receipts        how many receipts went to this address, whoever's it is, within a day
 * @param addressChange   of a mail that asks another address or tells a former one; null: it is none, or it is gone
 */
public record Situation(
        Delivery delivery, Instant now, ZoneId zone, boolean fresh, boolean clientKnown,
        @Nullable Recipient recipient, @Nullable Preference consent, @Nullable Appointment appointment,
        @Nullable Instant lastCappedAt, boolean reminderWaiting, int receipts,
        @Nullable AddressChange addressChange) {

    /** Of no change of address. */
    public Situation(Delivery delivery, Instant now, ZoneId zone, boolean fresh, boolean clientKnown,
            @Nullable Recipient recipient, @Nullable Preference consent, @Nullable Appointment appointment,
            @Nullable Instant lastCappedAt, boolean reminderWaiting, int receipts) {
        this(delivery, now, zone, fresh, clientKnown, recipient, consent, appointment, lastCappedAt, reminderWaiting,
                receipts, null);
    }

    /** The address whose receipts are counted; null when this is none. */
    public @Nullable String receiptAddress() {
        return delivery.isReceipt() && recipient != null && recipient.email() != null
                ? recipient.email().toLowerCase(Locale.ROOT)
                : null;
    }

    /**
     * @param inquirer   somebody who asked on the client's behalf: never mailed
     * @param email      null: none
     * @param zone       as told; null if unknown
     * @param suppressed mail to this version of the address came back
     */
    public record Recipient(
            boolean inquirer, @Nullable String givenName, @Nullable String email, int addressVersion,
            Language language, @Nullable String zone, String siteId, boolean confirmed, boolean suppressed,
            Choices choices) {

        /** Of who never chose how mail should be. */
        public Recipient(boolean inquirer, @Nullable String givenName, @Nullable String email, int addressVersion,
                Language language, @Nullable String zone, String siteId, boolean confirmed, boolean suppressed) {
            this(inquirer, givenName, email, addressVersion, language, zone, siteId, confirmed, suppressed,
                    Choices.DISCREET);
        }

        @Override
        public String toString() {
            return "Recipient[addressVersion=" + addressVersion + "]";
        }
    }

    /** @param kind null: told before it was kept */
    public record Appointment(
            int version, AppointmentStatus status, Instant startsAt, String zone, String siteId,
            @Nullable AppointmentKind kind) {

        /** Of a kind that is not known. */
        public Appointment(int version, AppointmentStatus status, Instant startsAt, String zone, String siteId) {
            this(version, status, startsAt, zone, siteId, null);
        }
    }

    /**
     * @param open      the answer to what it asks would still be taken; or the address was changed, of what tells so
     * @param unwelcome whoever has that address gets no mail any more because they said stop
     */
    public record AddressChange(boolean open, boolean unwelcome) {
    }
}
