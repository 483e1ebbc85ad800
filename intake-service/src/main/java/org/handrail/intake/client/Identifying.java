package org.handrail.intake.client;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.handrail.messaging.Outbox;
import org.handrail.platform.site.Sites;
import org.jspecify.annotations.Nullable;

/**
 * Finds out whom somebody means, and keeps what they told. Each method locks the client until the end of the caller's
 * transaction, so that facts about a client leave in the order in which they came to be.
 */
public final class Identifying {

    private final Clients clients;
    private final Outbox outbox;
    private final Sites sites;
    private final Clock clock;

    public Identifying(Clients clients, Outbox outbox, Sites sites, Clock clock) {
        this.clients = clients;
        this.outbox = outbox;
        this.sites = sites;
        this.clock = clock;
    }

    /** Somebody new, whoever they may turn out to be: merging is for staff. */
    public Client register(ContactUpdate details, boolean inquirer, @Nullable String message, Instant occurredAt) {
        return add(UUID.randomUUID(), details, inquirer, message, occurredAt);
    }

    /**
     * The client whom a source names; a new one for a reference not seen before. Details told with a reference of the
     * source's own are taken unless they are older than those known.
     *
     * @throws UnknownClientException  when an id is not one of ours
     * @throws ReferenceTakenException when id and reference name different clients
     */
    public Client identify(String source, ClientNamed named, @Nullable String message, Instant occurredAt) {
        UUID id = named.id() == null
                ? byReference(source, Objects.requireNonNull(named.reference()))
                : byId(source, named.id(), named.reference());
        Client known = clients.lock(id).orElse(null);
        if (known == null) {
            return addNamed(id, source, named, message, occurredAt);
        }
        Client next = known.updated(named.reference() == null ? ContactUpdate.NONE : named.details(), occurredAt);
        return keep(known, message == null ? next : next.withMessage(message), occurredAt);
    }

    /**
     * What a client said themselves, by a way that proves who they are.
     *
     * @return empty when there is no such client, or no longer
     */
    public Optional<Client> told(UUID id, ContactUpdate details, Instant occurredAt) {
        return clients.lock(id).map(known -> keep(known, known.updated(details, occurredAt), occurredAt));
    }

    /**
     * Another address, confirmed by its owner. Only in place of the one that held when it was asked for: a change by
     * staff meanwhile counts for more. What is newer of the other details does not keep it away.
     *
     * @param addressVersion of the address that held
     * @throws AddressChangedException when another one holds by now, and not the one asked for
     */
    public Optional<Client> confirmedAddress(UUID id, EmailAddress email, int addressVersion, Instant occurredAt) {
        return clients.lock(id).map(known -> {
            if (email.value().equals(known.email())) {
                return known;
            }
            if (known.addressVersion() != addressVersion) {
                throw new AddressChangedException();
            }
            Instant at = occurredAt.isBefore(known.asOf()) ? known.asOf() : occurredAt;
            return keep(known, known.updated(ContactUpdate.email(email), at), at);
        });
    }

    /** The client who has a number; a new one for a number not seen before. */
    public Client identifyByPhone(PhoneNumber phone, String siteId, Instant occurredAt) {
        return clients.lockByPhone(phone)
                .flatMap(clients::lock)
                .orElseGet(() -> add(UUID.randomUUID(), ContactUpdate.phone(phone, siteId), false, null, occurredAt));
    }

    /** Fills what the client lacks from somebody who turned out to be the same person. Both are locked by the caller. */
    public Client takeOver(Client client, Client duplicate, Instant occurredAt) {
        return keep(client, client.with(duplicate), occurredAt);
    }

    /** Whoever was erased while this waited for them is nobody any more: the reference then names somebody new. */
    private Client addNamed(
            UUID id, String source, ClientNamed named, @Nullable String message, Instant occurredAt) {
        if (named.reference() == null) {
            throw new UnknownClientException();
        }
        UUID now = byReference(source, named.reference());
        return now.equals(id) || clients.lock(now).isEmpty()
                ? add(now, named.details(), false, message, occurredAt)
                : identify(source, named, message, occurredAt);
    }

    private UUID byReference(String source, String reference) {
        return clients.byReference(source, reference)
                .orElseGet(() -> clients.claim(source, reference, UUID.randomUUID()));
    }

    private UUID byId(String source, UUID id, @Nullable String reference) {
        if (clients.lock(id).isEmpty()) {
            throw new UnknownClientException();
        }
        if (reference != null && !clients.claim(source, reference, id).equals(id)) {
            throw new ReferenceTakenException();
        }
        return id;
    }

    private Client add(
            UUID id, ContactUpdate details, boolean inquirer, @Nullable String message, Instant occurredAt) {
        Client plain = Client.unknown(id, inquirer, sites.defaultSite().id()).updated(details, occurredAt);
        Client client = (message == null ? plain : plain.withMessage(message)).nextVersion();
        clients.add(client, clock.instant());
        outbox.publish(client.toFact(), occurredAt);
        return client;
    }

    private Client keep(Client known, Client next, Instant occurredAt) {
        if (next.equals(known)) {
            return known;
        }
        Client changed = next.nextVersion();
        clients.save(changed);
        outbox.publish(changed.toFact(), occurredAt);
        return changed;
    }
}
