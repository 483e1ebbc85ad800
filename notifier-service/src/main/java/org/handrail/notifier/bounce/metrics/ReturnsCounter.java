package org.handrail.notifier.bounce.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import org.handrail.notifier.bounce.TakingReturns.Taken;

/** Counts what came back, by what it meant and what was made of it. */
public final class ReturnsCounter {

    private final MeterRegistry meters;

    public ReturnsCounter(MeterRegistry meters) {
        this.meters = meters;
    }

    public void count(Taken taken) {
        meters.counter("handrail.returned.mail", "kind", lower(taken.kind()), "outcome", lower(taken.outcome()))
                .increment();
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
