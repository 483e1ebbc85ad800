package org.handrail.notifier.delivery.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.ToDoubleFunction;
import org.handrail.notifier.delivery.Circuit;
import org.handrail.notifier.delivery.LedgerFigures;
import org.handrail.notifier.delivery.LedgerFigures.Figures;

/** The ledger's open states. Read from the database now and then, not at every scrape. */
public final class LedgerGauges {

    private final LedgerFigures ledger;
    private volatile Figures figures = Figures.NONE;

    public LedgerGauges(LedgerFigures ledger, Circuit circuit, MeterRegistry meters) {
        this.ledger = ledger;
        state("queued", Figures::queued, meters);
        state("sending", Figures::sending, meters);
        state("unknown", Figures::unknown, meters);
        Gauge.builder("handrail.delivery.lateness", this, it -> it.figures.lateness().toMillis() / 1000.0)
                .description("How long the oldest due delivery has been waiting for its attempt")
                .baseUnit("seconds").register(meters);
        Gauge.builder("handrail.operator.alerts", this, it -> it.figures.alerts())
                .description("Kinds of faults of our own met within the last hour").register(meters);
        Gauge.builder("handrail.mail.circuit.open", circuit, it -> it.isOpen() ? 1 : 0).register(meters);
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
