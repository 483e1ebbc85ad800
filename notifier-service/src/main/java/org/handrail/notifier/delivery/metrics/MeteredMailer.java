package org.handrail.notifier.delivery.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;
import org.handrail.notifier.delivery.Mailer;
import org.handrail.notifier.template.RenderedMail;

/** Times each attempt by what came of it. */
public final class MeteredMailer implements Mailer {

    private final Mailer mailer;
    private final MeterRegistry meters;

    public MeteredMailer(Mailer mailer, MeterRegistry meters) {
        this.mailer = mailer;
        this.meters = meters;
    }

    @Override
    public SendOutcome send(RenderedMail mail) {
        long begun = System.nanoTime();
        SendOutcome outcome = mailer.send(mail);
        Timer.builder("handrail.mail.send")
                .description("Time to hand a message to the mail server, by outcome and class of code")
                .tag("outcome", outcome.getClass().getSimpleName())
                .tag("code", CodeClass.of(outcome))
                .publishPercentileHistogram()
                .register(meters)
                .record(System.nanoTime() - begun, TimeUnit.NANOSECONDS);
        return outcome;
    }

    @Override
    public int connections() {
        return mailer.connections();
    }
}
