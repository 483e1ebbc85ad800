package org.handrail.notifier.consent.camel;

import org.apache.camel.builder.RouteBuilder;
import org.handrail.notifier.consent.ConsentLedger;
import org.springframework.transaction.support.TransactionOperations;

/** Tells of consents whose time is over. */
public final class ExpiringRoutes extends RouteBuilder {

    private final String tick;
    private final ConsentLedger ledger;
    private final TransactionOperations transaction;

    public ExpiringRoutes(String tick, ConsentLedger ledger, TransactionOperations transaction) {
        this.tick = tick;
        this.ledger = ledger;
        this.transaction = transaction;
    }

    @Override
    public void configure() {
        from(tick).routeId("notifier.consent.expire")
                .process(exchange -> transaction.executeWithoutResult(status -> ledger.expire()));
    }
}
