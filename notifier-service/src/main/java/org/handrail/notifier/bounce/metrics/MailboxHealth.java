package org.handrail.notifier.bounce.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.handrail.notifier.bounce.imap.MailboxState;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/** A mailbox that nobody reads is worth a look and no reason to take the service down. */
public final class MailboxHealth implements HealthIndicator {

    private static final Status DEGRADED = new Status("DEGRADED");
    private static final Duration TOO_LONG = Duration.ofMinutes(15);

    private final MailboxState state;

    public MailboxHealth(MailboxState state, MeterRegistry meters) {
        this.state = state;
        Gauge.builder("handrail.mailbox.look.age", state, it -> it.age().toMillis() / 1000.0)
                .description("Since the return path's mailbox was looked into").baseUnit("seconds").register(meters);
    }

    @Override
    public Health health() {
        String fault = state.fault();
        boolean late = state.age().compareTo(TOO_LONG) > 0;
        Health.Builder health = Health.status(late || fault != null ? DEGRADED : Status.UP)
                .withDetail("secondsSinceLastLook", state.age().toSeconds())
                .withDetail("readBy", state.isResting() ? "another instance" : "this instance");
        return fault == null ? health.build() : health.withDetail("fault", fault).build();
    }
}
