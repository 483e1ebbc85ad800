package org.handrail.notifier.consent.jdbc;

import java.time.Instant;
import java.util.List;
import org.handrail.contract.intake.StopRequested;
import org.handrail.notifier.consent.ConsentLedger;
import org.handrail.notifier.consent.Stops;
import org.springframework.transaction.support.TransactionOperations;

/** A stop as one transaction: entered, what is queued withdrawn, the facts left in the outbox. */
public final class TakingStops implements Stops {

    private final ConsentLedger ledger;
    private final TransactionOperations transaction;

    public TakingStops(ConsentLedger ledger, TransactionOperations transaction) {
        this.ledger = ledger;
        this.transaction = transaction;
    }

    @Override
    public Instant stop(StopRequested stop) {
        return transaction.execute(status -> {
            ledger.enter(List.of(), List.of(stop));
            return ledger.stoppedSince(stop.clientId(), stop.stopId());
        });
    }
}
