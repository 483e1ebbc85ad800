package org.handrail.followup.client;

import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.handrail.contract.consents.AddressStateChanged;
import org.handrail.contract.consents.PreferenceChanged;
import org.handrail.contract.contacts.ContactChanged;
import org.handrail.contract.intake.StopRequested;

/** Keeps the newest of each fact; older ones change nothing. Every call belongs to the caller's transaction. */
public interface Clients {

    void contactsChanged(Collection<ContactChanged> contacts, Instant at);

    /** Once a stop is known, whatever is of before it changes nothing, however late the news of it comes. */
    void preferencesChanged(Collection<PreferenceChanged> preferences);

    void addressesChanged(Collection<AddressStateChanged> addresses);

    /** In force here at once, though the ledger's own word comes later; a newer preference wins. */
    void stopsRequested(Collection<StopRequested> stops);

    void forget(Collection<UUID> clientIds);
}
