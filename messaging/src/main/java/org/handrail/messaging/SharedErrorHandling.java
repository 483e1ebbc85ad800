package org.handrail.messaging;

import org.apache.camel.Exchange;
import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.RouteConfigurationBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One error handling for every route: nothing is retried in memory and nothing is swallowed. The fault goes back to
 * where the exchange came from. The {@code events:} component undoes the transaction and decides between waiting and
 * a dead letter; a scheduled route simply runs again. What is logged is a code, never a message or a body.
 */
public final class SharedErrorHandling extends RouteConfigurationBuilder {

    private static final Logger log = LoggerFactory.getLogger(SharedErrorHandling.class);

    @Override
    public void configuration() {
        routeConfiguration()
                .onException(Throwable.class)
                .handled(false)
                .maximumRedeliveries(0)
                .logExhausted(false)
                .logHandled(false)
                .retryAttemptedLogLevel(LoggingLevel.OFF)
                .process(SharedErrorHandling::tell);
    }

    private static void tell(Exchange exchange) {
        Throwable fault = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        log.warn("Route {} failed: {}", exchange.getFromRouteId(), Faults.code(fault));
    }
}
