package org.handrail.messaging;

import org.handrail.messaging.outbox.Relay;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Tells operators that facts wait. Not part of readiness: a service whose facts wait must still take requests, and
 * restarting it would not bring Kafka back.
 */
final class MessagingHealth implements HealthIndicator {

    private final Relay relay;

    MessagingHealth(Relay relay) {
        this.relay = relay;
    }

    @Override
    public Health health() {
        String fault = relay.fault();
        return fault.isEmpty()
                ? Health.up().build()
                : Health.status("DELAYED").withDetail("publishing", fault).build();
    }
}
