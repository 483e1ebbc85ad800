package org.handrail.notifier.delivery.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import org.handrail.contract.deliveries.DeliveryChanged;

/** Counts what became of deliveries, by state and reason; codes of servers are cut down to their class. */
public final class DeliveryCounter {

    private static final String SMTP = "smtp-";

    private final MeterRegistry meters;

    public DeliveryCounter(MeterRegistry meters) {
        this.meters = meters;
    }

    public void count(DeliveryChanged changed) {
        String reason = changed.reason();
        meters.counter("handrail.deliveries.settled",
                "state", changed.state().name().toLowerCase(Locale.ROOT),
                "reason", reason.startsWith(SMTP) ? SMTP + CodeClass.of(reason.substring(SMTP.length())) : reason)
                .increment();
    }
}
