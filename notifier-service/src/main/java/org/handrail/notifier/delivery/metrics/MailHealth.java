package org.handrail.notifier.delivery.metrics;

import org.handrail.notifier.delivery.Circuit;
import org.handrail.notifier.delivery.LedgerFigures.Figures;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/** Mail in trouble is worth a look and no reason to take the service down: consents and stops go on. */
public final class MailHealth implements HealthIndicator {

    private static final Status DEGRADED = new Status("DEGRADED");

    private final LedgerGauges gauges;
    private final Circuit circuit;

    public MailHealth(LedgerGauges gauges, Circuit circuit) {
        this.gauges = gauges;
        this.circuit = circuit;
    }

    @Override
    public Health health() {
        Figures figures = gauges.figures();
        boolean trouble = circuit.isOpen() || figures.alerts() > 0;
        return Health.status(trouble ? DEGRADED : Status.UP)
                .withDetail("circuitOpen", circuit.isOpen())
                .withDetail("operatorAlerts", figures.alerts())
                .withDetail("queued", figures.queued())
                .withDetail("unknown", figures.unknown())
                .build();
    }
}
