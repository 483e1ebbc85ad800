package org.handrail.intake.client;

import java.util.Optional;
import java.util.UUID;
import org.handrail.intake.Transactions;

/** Forgets a client's details for good, here and in every service. What happened stays, under an id that names nobody. */
public final class Erasing {

    private final Clients clients;
    private final Identifying identifying;
    private final Transactions transactions;

    public Erasing(Clients clients, Identifying identifying, Transactions transactions) {
        this.clients = clients;
        this.identifying = identifying;
        this.transactions = transactions;
    }

    /** @return the client erased; empty when the source knows nobody by that reference */
    public Optional<UUID> erase(String source, String reference) {
        return transactions.inOne(() -> {
            Optional<Client> found = clients.byReference(source, reference).flatMap(clients::lock);
            found.ifPresent(identifying::erase);
            return found.map(Client::id);
        });
    }
}
