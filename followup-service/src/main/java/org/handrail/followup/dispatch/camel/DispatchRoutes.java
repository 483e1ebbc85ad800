package org.handrail.followup.dispatch.camel;

import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.handrail.followup.dispatch.Dispatching;
import org.springframework.transaction.support.TransactionOperations;

/** Looks for due steps again and again: at once while there are more, else after a short rest. */
final class DispatchRoutes extends RouteBuilder {

    private final String whenRested;
    private final Dispatching dispatching;
    private final TransactionOperations transaction;
    private final int batch;

    DispatchRoutes(String whenRested, Dispatching dispatching, TransactionOperations transaction, int batch) {
        this.whenRested = whenRested;
        this.dispatching = dispatching;
        this.transaction = transaction;
        this.batch = batch;
    }

    @Override
    public void configure() {
        from(whenRested)
                .routeId("followup.dispatch.release")
                .process(this::release);
    }

    private void release(Exchange exchange) {
        Integer looked = transaction.execute(status -> dispatching.releaseBatch(batch));
        exchange.setProperty(Exchange.SCHEDULER_POLLED_MESSAGES, looked != null && looked > 0);
    }
}
