package org.handrail.notifier.delivery;

import java.time.Clock;
import org.handrail.notifier.delivery.Mailer.SendOutcome;
import org.handrail.notifier.template.RenderedMail;
import org.handrail.notifier.template.Rendering;

/** One attempt: render, hand to the server, see what it means. Thread-safe; never throws. */
public final class Sender {

    private final Messages messages;
    private final Rendering rendering;
    private final Mailer mailer;
    private final AfterSending afterSending;
    private final Circuit circuit;
    private final Clock clock;

    public Sender(Messages messages, Rendering rendering, Mailer mailer, AfterSending afterSending, Circuit circuit,
            Clock clock) {
        this.messages = messages;
        this.rendering = rendering;
        this.mailer = mailer;
        this.afterSending = afterSending;
        this.circuit = circuit;
        this.clock = clock;
    }

    int connections() {
        return mailer.connections();
    }

    Settlement send(Claimed claimed) {
        RenderedMail mail;
        try {
            mail = rendering.render(messages.about(claimed, clock.instant()));
        } catch (Rendering.TemplateFault fault) {
            return afterSending.unrendered(claimed, fault.code());
        } catch (RuntimeException | Error fault) {
            return afterSending.faultedBefore(claimed, clock.instant());
        }
        try {
            SendOutcome outcome = mailer.send(mail);
            circuit.heard(outcome);
            return afterSending.settle(claimed, outcome, clock.instant());
        } catch (RuntimeException | Error fault) {
            circuit.heard(new SendOutcome.Unknown("mailer-fault"));
            return afterSending.faulted(claimed);
        }
    }
}
