package org.handrail.notifier.delivery.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.handrail.contract.deliveries.DeliveryChanged;

/** Counts what became of deliveries, by state and reason; codes of servers are cut down to their class. */
public final class DeliveryCounter {

    private static final String SMTP = "smtp-";

    private final MeterRegistry meters;
    private final Map<Kind, Counter> counters = new ConcurrentHashMap<>();

    private record Kind(DeliveryChanged.State state, String reason) {
    }

    public DeliveryCounter(MeterRegistry meters) {
        this.meters = meters;
    }

    public void count(DeliveryChanged changed) {
        String reason = changed.reason();
        counters.computeIfAbsent(new Kind(changed.state(), reason.startsWith(SMTP)
                ? SMTP + CodeClass.of(reason.substring(SMTP.length())) : reason), this::counter).increment();
    }

    private Counter counter(Kind kind) {
        return meters.counter("handrail.deliveries.settled",
                "state", kind.state().name().toLowerCase(Locale.ROOT), "reason", kind.reason());
    }
}
