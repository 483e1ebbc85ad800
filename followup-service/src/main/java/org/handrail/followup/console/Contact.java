package org.handrail.followup.console;

import java.util.List;
import java.util.UUID;
import org.handrail.contract.Language;
import org.jspecify.annotations.Nullable;

/**
 * Who a client is and how to reach them.
 *
 * @param inquirer these are the details of somebody who asked on the client's behalf
 * @param phone    E.164; null if none or withheld
 * @param zone     IANA id as it came; null if unknown
 * @param messages what the person wrote, newest last
 */
public record Contact(
        UUID clientId,
        boolean inquirer,
        @Nullable String givenName,
        @Nullable String familyName,
        @Nullable String email,
        int addressVersion,
        @Nullable String phone,
        Language language,
        @Nullable String zone,
        String siteId,
        List<String> messages) {

    public Contact {
        messages = List.copyOf(messages);
    }

    /** An address of the client's own; whoever asked on their behalf is never mailed. */
    public boolean canBeReadBack() {
        return email != null && !inquirer;
    }

    @Override
    public String toString() {
        return "Contact[clientId=" + clientId + "]";
    }
}
