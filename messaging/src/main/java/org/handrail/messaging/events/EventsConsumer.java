package org.handrail.messaging.events;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.DefaultConsumer;
import org.handrail.messaging.Received;
import org.jspecify.annotations.Nullable;

/** The route's end of a {@link PollLoop}: starts and stops with the route. */
final class EventsConsumer extends DefaultConsumer {

    private static final Duration STOP_LIMIT = Duration.ofSeconds(8);

    private final EventsEndpoint endpoint;
    private @Nullable ExecutorService threads;
    private @Nullable PollLoop loop;
    private @Nullable Future<?> running;

    EventsConsumer(EventsEndpoint endpoint, Processor processor) {
        super(endpoint, processor);
        this.endpoint = endpoint;
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        loop = new PollLoop(endpoint, new TakingIn(endpoint, this::route));
        threads = endpoint.getCamelContext().getExecutorServiceManager()
                .newSingleThreadExecutor(this, "events-" + endpoint.group());
        running = threads.submit(loop);
    }

    /** The poll in hand is finished and its offsets are committed, or undone and read again later. */
    @Override
    protected void doStop() throws Exception {
        if (loop != null && running != null && threads != null) {
            loop.stop();
            try {
                running.get(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                running.cancel(true);
            }
            endpoint.getCamelContext().getExecutorServiceManager().shutdownNow(threads);
        }
        super.doStop();
    }

    /** Runs the route on this thread, which carries the transaction. */
    private void route(List<Received> facts) throws Exception {
        Exchange exchange = createExchange(true);
        exchange.getIn().setBody(facts);
        try {
            getProcessor().process(exchange);
            if (exchange.getException() != null) {
                throw exchange.getException();
            }
            if (exchange.isRollbackOnly() || exchange.isRollbackOnlyLast()) {
                throw new IllegalStateException("The route asked for a rollback");
            }
        } finally {
            releaseExchange(exchange, true);
        }
    }
}
