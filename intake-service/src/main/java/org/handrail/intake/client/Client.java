package org.handrail.intake.client;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.handrail.contract.Language;
import org.handrail.contract.contacts.ContactChanged;
import org.handrail.intake.client.ContactUpdate.Detail;
import org.jspecify.annotations.Nullable;

/**
 * Who a client is now.
 *
 * @param inquirer       these are the details of somebody who asked on a client's behalf
 * @param addressVersion which of this client's addresses {@code email} is; 0 while there is none
 * @param addresses      how many addresses there have been
 * @param asOf           the source's time of the newest details
 */
public record Client(
        UUID id,
        int version,
        boolean inquirer,
        @Nullable String givenName,
        @Nullable String familyName,
        @Nullable String email,
        int addressVersion,
        int addresses,
        @Nullable String phone,
        Language language,
        @Nullable String zone,
        String siteId,
        List<String> messages,
        Instant asOf) {

    private static final int MESSAGES_KEPT = 10;

    public Client {
        messages = List.copyOf(messages);
    }

    /** Somebody not seen before, without details and not yet a version. */
    static Client unknown(UUID id, boolean inquirer, String siteId) {
        return new Client(id, 0, inquirer, null, null, null, 0, 0, null, Language.EN, null, siteId, List.of(),
                Instant.EPOCH);
    }

    /** With these details; this very client when they change nothing or are older than those known. */
    Client updated(ContactUpdate update, Instant occurredAt) {
        if (occurredAt.isBefore(asOf)) {
            return this;
        }
        String newEmail = pick(update.clears(Detail.EMAIL), update.email() == null ? null : update.email().value(),
                email);
        boolean otherAddress = newEmail != null && !newEmail.equals(email);
        int newAddresses = otherAddress ? addresses + 1 : addresses;
        Client next = new Client(id, version, inquirer,
                pick(update.clears(Detail.GIVEN_NAME), update.givenName(), givenName),
                pick(update.clears(Detail.FAMILY_NAME), update.familyName(), familyName),
                newEmail,
                newEmail == null ? 0 : otherAddress ? newAddresses : addressVersion,
                newAddresses,
                pick(update.clears(Detail.PHONE), update.phone() == null ? null : update.phone().e164(), phone),
                update.language() == null ? language : update.language(),
                pick(update.clears(Detail.ZONE), update.zone(), zone),
                update.siteId() == null ? siteId : update.siteId(),
                messages, asOf);
        return next.equals(this) ? this : next.copy(version, messages, occurredAt);
    }

    /** With one more message; the oldest go once there are ten. */
    Client withMessage(String message) {
        List<String> all = new ArrayList<>(messages);
        all.add(message);
        return copy(version, all.subList(Math.max(0, all.size() - MESSAGES_KEPT), all.size()), asOf);
    }

    /** With what it lacks filled from the other, unless one is a client and the other who asked; and its messages. */
    Client with(Client other) {
        Client filled = inquirer == other.inquirer ? filledFrom(other) : this;
        for (String message : other.messages) {
            filled = filled.withMessage(message);
        }
        return filled;
    }

    private Client filledFrom(Client other) {
        boolean newAddress = email == null && other.email != null;
        return new Client(id, version, inquirer,
                givenName == null ? other.givenName : givenName,
                familyName == null ? other.familyName : familyName,
                newAddress ? other.email : email,
                newAddress ? addresses + 1 : addressVersion,
                newAddress ? addresses + 1 : addresses,
                phone == null ? other.phone : phone,
                language, zone == null ? other.zone : zone, siteId, messages, asOf);
    }

    Client nextVersion() {
        return copy(version + 1, messages, asOf);
    }

    public ContactChanged toFact() {
        return new ContactChanged(id, version, inquirer, givenName, familyName, email, addressVersion, phone, language,
                zone, siteId, messages);
    }

    private Client copy(int newVersion, List<String> newMessages, Instant newAsOf) {
        return new Client(id, newVersion, inquirer, givenName, familyName, email, addressVersion, addresses, phone,
                language, zone, siteId, newMessages, newAsOf);
    }

    private static @Nullable String pick(boolean cleared, @Nullable String told, @Nullable String known) {
        if (cleared) {
            return null;
        }
        return told == null ? known : told;
    }

    /** Never the details: they must not reach a log. */
    @Override
    public String toString() {
        return "Client[id=" + id + ", version=" + version + "]";
    }
}
