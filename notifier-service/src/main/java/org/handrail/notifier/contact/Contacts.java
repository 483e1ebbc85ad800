package org.handrail.notifier.contact;

import java.util.Collection;
import java.util.UUID;
import org.handrail.contract.contacts.ContactChanged;

/** Contact details as last told. Calls belong to the caller's transaction. */
public interface Contacts {

    /** Keeps the highest version of each; lower ones change nothing. */
    void keep(Collection<ContactChanged> contacts);

    /** Deletes the details, the states of their addresses, and takes back what is queued. */
    void forget(Collection<UUID> clientIds);
}
