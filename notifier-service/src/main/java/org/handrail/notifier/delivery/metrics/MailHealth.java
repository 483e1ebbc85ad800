package org.handrail.notifier.delivery.metrics;

import org.handrail.notifier.delivery.LedgerFigures.Figures;
import org.handrail.notifier.delivery.Providers;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/** Mail in trouble is worth a look and no reason to take the service down: consents and stops go on. */
public final class MailHealth implements HealthIndicator {

    private static final Status DEGRADED = new Status("DEGRADED");

    private final LedgerGauges gauges;
    private final Providers providers;

    public MailHealth(LedgerGauges gauges, Providers providers) {
        this.gauges = gauges;
        this.providers = providers;
    }

    @Override
    public Health health() {
        Figures figures = gauges.figures();
        boolean open = providers.inUse() != 1;
        boolean trouble = open || figures.alerts() > 0;
        return Health.status(trouble ? DEGRADED : Status.UP)
                .withDetail("circuitOpen", open)
                .withDetail("providerInUse", providers.inUse())
                .withDetail("operatorAlerts", figures.alerts())
                .withDetail("queued", figures.queued())
                .withDetail("unknown", figures.unknown())
                .build();
    }
}
