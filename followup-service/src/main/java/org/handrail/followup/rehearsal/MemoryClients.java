package org.handrail.followup.rehearsal;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.handrail.contract.Purpose;
import org.handrail.contract.consents.AddressStateChanged;
import org.handrail.contract.consents.PreferenceChanged;
import org.handrail.contract.contacts.ContactChanged;
import org.handrail.contract.intake.StopRequested;
import org.handrail.followup.client.Clients;
import org.handrail.followup.dispatch.DueNow;
import org.handrail.followup.dispatch.Preferences;
import org.handrail.followup.dispatch.Preferences.Preference;

/** The newest of each fact that others own, in maps. */
final class MemoryClients implements Clients {

    private record Key(UUID clientId, Purpose purpose) {
    }

    private record Kept(long version, Instant since, Preference preference) {
    }

    private final Map<UUID, ContactChanged> contacts = new HashMap<>();
    private final Map<UUID, AddressStateChanged> addresses = new HashMap<>();
    private final Map<Key, Kept> preferences = new HashMap<>();

    @Override
    public void contactsChanged(Collection<ContactChanged> changed, Instant at) {
        changed.forEach(contact -> contacts.merge(contact.clientId(), contact,
                (before, now) -> before.version() < now.version() ? now : before));
    }

    @Override
    public void preferencesChanged(Collection<PreferenceChanged> changed) {
        changed.forEach(each -> preferences.merge(new Key(each.clientId(), each.purpose()),
                new Kept(each.version(), each.since(), new Preference(each.state().name(), each.expiresAt())),
                (before, now) -> before.version() < now.version() && !ofBeforeTheStop(before, now) ? now : before));
    }

    private static boolean ofBeforeTheStop(Kept before, Kept now) {
        return before.preference().state().equals("WITHDRAWN") && !now.since().isAfter(before.since());
    }

    /** The states of one address only go forward. */
    @Override
    public void addressesChanged(Collection<AddressStateChanged> changed) {
        changed.forEach(address -> addresses.merge(address.clientId(), address,
                (before, now) -> progress(before) <= progress(now) ? now : before));
    }

    private static long progress(AddressStateChanged address) {
        return address.addressVersion() * 10L + address.state().ordinal();
    }

    @Override
    public void stopsRequested(Collection<StopRequested> stops) {
        stops.forEach(stop -> stop.purposes().forEach(purpose -> preferences.merge(
                new Key(stop.clientId(), purpose),
                new Kept(0, stop.occurredAt(), new Preference("WITHDRAWN", null)),
                (before, withdrawn) -> before.since().isAfter(stop.occurredAt()) ? before
                        : new Kept(before.version(), withdrawn.since(), withdrawn.preference()))));
    }

    @Override
    public void forget(Collection<UUID> clientIds) {
        contacts.keySet().removeAll(clientIds);
        addresses.keySet().removeAll(clientIds);
        preferences.keySet().removeIf(key -> clientIds.contains(key.clientId()));
    }

    DueNow.Address address(UUID clientId) {
        ContactChanged contact = contacts.get(clientId);
        if (contact == null) {
            return new DueNow.Address(false, false, false, null);
        }
        AddressStateChanged state = addresses.get(clientId);
        boolean ofThisAddress = state != null && state.addressVersion() == contact.addressVersion();
        return new DueNow.Address(true, contact.inquirer(), contact.email() != null,
                ofThisAddress ? state.state().name() : null);
    }

    Preferences preferences(UUID clientId) {
        Map<Purpose, Preference> known = new EnumMap<>(Purpose.class);
        for (Purpose purpose : Purpose.values()) {
            Kept kept = preferences.get(new Key(clientId, purpose));
            if (kept != null) {
                known.put(purpose, kept.preference());
            }
        }
        return new Preferences(known);
    }
}
