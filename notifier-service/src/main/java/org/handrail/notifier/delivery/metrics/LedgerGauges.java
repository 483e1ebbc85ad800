package org.handrail.notifier.delivery.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.ToDoubleFunction;
import org.handrail.notifier.delivery.DomainPace;
import org.handrail.notifier.delivery.LedgerFigures;
import org.handrail.notifier.delivery.LedgerFigures.Figures;
import org.handrail.notifier.delivery.Providers;

/** The ledger's open states. Read from the database now and then, not at every scrape. */
public final class LedgerGauges {

    private final LedgerFigures ledger;
    private volatile Figures figures = Figures.NONE;

    public LedgerGauges(LedgerFigures ledger, Providers providers, DomainPace pace, MeterRegistry meters) {
        this.ledger = ledger;
        state("queued", Figures::queued, meters);
        state("sending", Figures::sending, meters);
        state("unknown", Figures::unknown, meters);
        Gauge.builder("handrail.delivery.lateness", this, it -> it.figures.lateness().toMillis() / 1000.0)
                .description("How long the oldest due delivery has been waiting for its attempt")
                .baseUnit("seconds").register(meters);
        Gauge.builder("handrail.operator.alerts", this, it -> it.figures.alerts())
                .description("Kinds of faults of our own met within the last hour").register(meters);
        for (int number = 1; number <= providers.count(); number++) {
            int which = number;
            Gauge.builder("handrail.mail.circuit.open", providers, it -> it.isOpen(which) ? 1 : 0)
                    .description("Whether the provider is being left alone for a while")
                    .tag("provider", Integer.toString(number)).register(meters);
        }
        Gauge.builder("handrail.mail.provider.in.use", providers, Providers::inUse)
                .description("Which provider gets the mail, by its place in the order of preference; 0: none")
                .register(meters);
        Gauge.builder("handrail.mail.domains.throttling", pace, DomainPace::throttling)
                .description("Recipients' domains that are being left alone or come back step by step")
                .register(meters);
    }

    public void refresh() {
        figures = ledger.read();
    }

    public Figures figures() {
        return figures;
    }

    private void state(String state, ToDoubleFunction<Figures> count, MeterRegistry meters) {
        Gauge.builder("handrail.deliveries", this, it -> count.applyAsDouble(it.figures))
                .description("Deliveries in the states that do not last").tag("state", state).register(meters);
    }
}
