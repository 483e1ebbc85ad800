package org.handrail.followup.dispatch.camel;

import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.handrail.followup.dispatch.Dispatching;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Looks for due steps again and again: at once while there are more, else after a short rest. Several loops work side by
 * side, as several instances do: while one waits for the database another decides.
 */
final class DispatchRoutes extends RouteBuilder {

    private final int loops;
    private final long restMillis;
    private final Dispatching dispatching;
    private final TransactionOperations transaction;
    private final int batch;

    DispatchRoutes(int loops, long restMillis, Dispatching dispatching, TransactionOperations transaction, int batch) {
        this.loops = loops;
        this.restMillis = restMillis;
        this.dispatching = dispatching;
        this.transaction = transaction;
        this.batch = batch;
    }

    @Override
    public void configure() {
        for (int loop = 1; loop <= loops; loop++) {
            from("scheduler:dispatch-" + loop + "?greedy=true&initialDelay=0&useFixedDelay=true&delay=" + restMillis)
                    .routeId("followup.dispatch.release-" + loop)
                    .process(this::release);
        }
    }

    private void release(Exchange exchange) {
        Integer looked = transaction.execute(status -> dispatching.releaseBatch(batch));
        exchange.setProperty(Exchange.SCHEDULER_POLLED_MESSAGES, looked != null && looked > 0);
    }
}
