package org.handrail.notifier.delivery.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.handrail.notifier.delivery.Mailer;
import org.handrail.notifier.template.RenderedMail;

/** Times each attempt by the provider and by what came of it. */
public final class MeteredMailer implements Mailer {

    private final Mailer mailer;
    private final String provider;
    private final MeterRegistry meters;
    private final Map<Kind, Timer> timers = new ConcurrentHashMap<>();

    private record Kind(String outcome, String code) {
    }

    private MeteredMailer(Mailer mailer, int number, MeterRegistry meters) {
        this.mailer = mailer;
        this.provider = Integer.toString(number);
        this.meters = meters;
    }

    /** Told apart by their place in the order of preference, from 1. */
    public static List<Mailer> all(List<? extends Mailer> inOrder, MeterRegistry meters) {
        return IntStream.range(0, inOrder.size())
                .<Mailer>mapToObj(i -> new MeteredMailer(inOrder.get(i), i + 1, meters)).toList();
    }

    @Override
    public SendOutcome send(RenderedMail mail) {
        long begun = System.nanoTime();
        SendOutcome outcome = mailer.send(mail);
        timers.computeIfAbsent(new Kind(outcome.getClass().getSimpleName(), CodeClass.of(outcome)), this::timer)
                .record(System.nanoTime() - begun, TimeUnit.NANOSECONDS);
        return outcome;
    }

    private Timer timer(Kind kind) {
        return Timer.builder("handrail.mail.send")
                .description("Time to hand a message to the mail server, by outcome and class of code")
                .tag("provider", provider)
                .tag("outcome", kind.outcome())
                .tag("code", kind.code())
                .publishPercentileHistogram()
                .register(meters);
    }

    @Override
    public SendOutcome greet() {
        return mailer.greet();
    }

    @Override
    public int connections() {
        return mailer.connections();
    }

    @Override
    public int perSecond() {
        return mailer.perSecond();
    }
}
