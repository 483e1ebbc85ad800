package org.handrail.intake.client;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.handrail.intake.Transactions;
import org.handrail.messaging.Outbox;

/**
 * Forgets a client's details for good, here and in every service. What happened stays, under an id that names nobody
 * and is never given to anybody again.
 */
public final class Erasing {

    private final Clients clients;
    private final Erasures erasures;
    private final Outbox outbox;
    private final Transactions transactions;
    private final Clock clock;

    public Erasing(Clients clients, Erasures erasures, Outbox outbox, Transactions transactions, Clock clock) {
        this.clients = clients;
        this.erasures = erasures;
        this.outbox = outbox;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** @return the client erased; empty when the source knows nobody by that reference */
    public Optional<UUID> erase(String source, String reference) {
        return transactions.inOne(() -> clients.byReference(source, reference).flatMap(this::erased)
                .map(Erasures.Erased::clientId));
    }

    /** @return empty when there never was such a client; what was done before for somebody erased before */
    public Optional<Erasures.Erased> erase(UUID clientId) {
        return transactions.inOne(() -> erased(clientId));
    }

    /** To be called now and then; see {@link Erasures#toRepeat}. */
    public void sayAgain() {
        transactions.inOne(() -> {
            erasures.toRepeat().forEach(client -> outbox.forget(client, clock.instant()));
            return true;
        });
    }

    private Optional<Erasures.Erased> erased(UUID clientId) {
        // for somebody erased before it is said again, should anything of them have come to light
        if (clients.lock(clientId).isPresent() || erasures.find(clientId).isPresent()) {
            Instant now = clock.instant();
            erasures.erase(clientId, now);
            outbox.forget(clientId, now);
        }
        return erasures.find(clientId);
    }
}
