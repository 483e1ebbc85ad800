package org.handrail.followup.dispatch.camel;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import org.handrail.followup.dispatch.Decision;
import org.handrail.followup.dispatch.DueNow;
import org.handrail.followup.dispatch.Released;

/** How late steps are released, and as what. */
final class DispatchMetrics implements Released {

    private final Timer mailLateness;
    private final Timer taskLateness;
    private final Counter mails;
    private final Counter tasks;
    private final Counter nothing;
    private final Counter later;

    DispatchMetrics(MeterRegistry meters) {
        this.mailLateness = lateness(meters, "email");
        this.taskLateness = lateness(meters, "task");
        this.mails = counter(meters, "email");
        this.tasks = counter(meters, "task");
        this.nothing = counter(meters, "nothing");
        this.later = counter(meters, "later");
    }

    private static Timer lateness(MeterRegistry meters, String step) {
        return Timer.builder("handrail.dispatch.lateness").description("From a step's time to its release")
                .tag("step", step).publishPercentiles(0.5, 0.99).register(meters);
    }

    private static Counter counter(MeterRegistry meters, String action) {
        return Counter.builder("handrail.dispatch.released").description("Steps whose time came, by what became of them")
                .tag("action", action).register(meters);
    }

    @Override
    public void released(DueNow due, Decision decision, Instant at) {
        Duration late = Duration.between(due.step().at(), at);
        (due.step().email() ? mailLateness : taskLateness).record(late.isNegative() ? Duration.ZERO : late);
        counterOf(decision).increment();
    }

    private Counter counterOf(Decision decision) {
        if (decision instanceof Decision.Mail) {
            return mails;
        }
        if (decision instanceof Decision.Work) {
            return tasks;
        }
        return decision instanceof Decision.Later ? later : nothing;
    }
}
