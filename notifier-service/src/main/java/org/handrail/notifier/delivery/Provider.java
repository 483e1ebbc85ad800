package org.handrail.notifier.delivery;

import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.handrail.notifier.delivery.Mailer.SendOutcome;
import org.handrail.notifier.template.RenderedMail;

/** One of those who take our mail, with connections, a circuit and a rate of its own. */
final class Provider {

    private final int number;
    private final Mailer mailer;
    private final Circuit circuit;
    private final Rate rate;

    /** @param number its place in the order of preference, from 1 */
    Provider(int number, Mailer mailer, LongSupplier nanos, RandomGenerator random) {
        this.number = number;
        this.mailer = mailer;
        this.circuit = new Circuit(mailer.connections(), nanos, random);
        this.rate = new Rate(mailer.perSecond(), Math.max(1, mailer.perSecond()), nanos);
    }

    int number() {
        return number;
    }

    Mailer mailer() {
        return mailer;
    }

    Circuit circuit() {
        return circuit;
    }

    /** How many more it may get now, with that many on their way. */
    int room(int underWay) {
        return Math.min(circuit.atOnce(), rate.free()) - underWay;
    }

    /** @param tripped its circuit opened by this, or stays open */
    record Tried(SendOutcome outcome, boolean tripped) {
    }

    Tried send(Circuit.Ticket ticket, RenderedMail mail) {
        rate.take();
        SendOutcome outcome;
        try {
            outcome = mailer.send(mail);
        } catch (RuntimeException | Error fault) {
            circuit.heard(ticket, new SendOutcome.Unknown("mailer-fault"));
            throw fault;
        }
        return new Tried(outcome, circuit.heard(ticket, outcome));
    }
}
