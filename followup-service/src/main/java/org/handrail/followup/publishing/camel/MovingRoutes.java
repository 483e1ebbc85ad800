package org.handrail.followup.publishing.camel;

import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.handrail.followup.publishing.MovingEnrolments;
import org.springframework.transaction.support.TransactionOperations;

/** Moves those enrolled after a version was published, batch after batch, with a rest between for who is due. */
final class MovingRoutes extends RouteBuilder {

    private final MovingEnrolments moving;
    private final TransactionOperations transaction;
    private final int batch;
    private final long restMillis;

    MovingRoutes(MovingEnrolments moving, TransactionOperations transaction, int batch, long restMillis) {
        this.moving = moving;
        this.transaction = transaction;
        this.batch = batch;
        this.restMillis = restMillis;
    }

    @Override
    public void configure() {
        from("scheduler:moving?greedy=true&initialDelay=0&useFixedDelay=true&delay=1000")
                .routeId("followup.publishing.move")
                .process(this::move)
                .filter(exchangeProperty(Exchange.SCHEDULER_POLLED_MESSAGES))
                    .delay(restMillis).syncDelayed();
    }

    private void move(Exchange exchange) {
        Integer looked = transaction.execute(status -> moving.moveBatch(batch));
        exchange.setProperty(Exchange.SCHEDULER_POLLED_MESSAGES, looked != null && looked > 0);
    }
}
