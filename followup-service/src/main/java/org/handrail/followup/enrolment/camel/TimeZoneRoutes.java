package org.handrail.followup.enrolment.camel;

import java.util.Optional;
import java.util.function.Supplier;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.handrail.followup.enrolment.RecomputingTimes;
import org.handrail.followup.enrolment.TimeZoneReport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/** Once after each start: a new release of the time zone database comes with a new JDK. */
final class TimeZoneRoutes extends RouteBuilder {

    private static final Logger log = LoggerFactory.getLogger(TimeZoneRoutes.class);

    private final RecomputingTimes recomputing;
    private final TransactionOperations transaction;

    TimeZoneRoutes(RecomputingTimes recomputing, TransactionOperations transaction) {
        this.recomputing = recomputing;
        this.transaction = transaction;
    }

    @Override
    public void configure() {
        from("timer:time-zone-release?repeatCount=1&delay=1s")
                .routeId("followup.enrolment.recompute-times")
                .process(this::recompute);
    }

    private void recompute(Exchange exchange) {
        Optional<TimeZoneReport> finished = recomputing.recompute(new RecomputingTimes.InTransaction() {
            @Override
            public <T> T run(Supplier<T> work) {
                return transaction.execute(status -> work.get());
            }
        });
        finished.ifPresent(report -> log.info(
                "Time zone database {} instead of {}: {} pending steps worked out again, {} moved (report {})",
                report.to(), report.from(), report.steps(), report.moved(), report.id()));
    }
}
