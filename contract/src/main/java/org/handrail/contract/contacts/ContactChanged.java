package org.handrail.contract.contacts;

import java.util.List;
import java.util.UUID;
import org.handrail.contract.Checks;
import org.handrail.contract.Event;
import org.handrail.contract.Language;
import org.jspecify.annotations.Nullable;

/**
 * Who a client is and how to reach them, whole. Consumers keep the highest {@code version}. The topic is compacted;
 * a record without a value (a tombstone) means: forget this client.
 *
 * @param version        grows with every change
 * @param inquirer       true: these are the details of somebody who asked on the client's behalf, so nothing is
 *                       ever mailed to them
 * @param email          addr-spec as given, checked for form; null if none
 * @param addressVersion grows when the email changes, 0 while there is none; confirmations name it
 * @param phone          E.164; null if none or withheld
 * @param zone           IANA id; null if unknown, then the site's counts
 * @param messages       what the person wrote, newest last, at most 10 of at most 4,000 characters
 */
public record ContactChanged(
        UUID clientId,
        int version,
        boolean inquirer,
        @Nullable String givenName,
        @Nullable String familyName,
        @Nullable String email,
        int addressVersion,
        @Nullable String phone,
        Language language,
        @Nullable String zone,
        String siteId,
        List<String> messages) implements Event {

    public ContactChanged {
        Checks.positive("version", version);
        Checks.code("siteId", siteId);
        messages = List.copyOf(messages);
    }

    /** Never the details: contacts must not reach a log. */
    @Override
    public String toString() {
        return "ContactChanged[clientId=" + clientId + ", version=" + version + "]";
    }
}
