package org.handrail.notifier.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.handrail.contract.Language;
import org.handrail.notifier.delivery.Mailer.SendOutcome;
import org.handrail.notifier.smtp.HostileSmtpServer.Mood;
import org.handrail.notifier.template.ReminderToRender;
import org.handrail.notifier.template.Reminders;
import org.handrail.notifier.template.RenderedMail;
import org.handrail.notifier.testing.PlainRendering;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server that breaks off after every single byte of the dialogue, one connection after the other. */
class EveryByteTest {

    private final AtomicInteger unknown = new AtomicInteger();

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void isToldExactlyWhereverTheServerStopsReading(boolean pipelining) throws Exception {
        sweep(Mood::deafAfter, 1_500, pipelining);

        // its last dot may be on its way when the server has read up to there
        assertThat(unknown.get()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void isToldExactlyWhereverTheServerStopsSpeaking(boolean pipelining) throws Exception {
        sweep(Mood::dumbAfter, 300, pipelining);

        // less than three digits are no answer to the end of the data
        assertThat(unknown.get()).isBetween(3, 60);
    }

    private void sweep(IntFunction<Mood> breaking, int bytes, boolean pipelining) throws Exception {
        AtomicInteger connections = new AtomicInteger();
        try (HostileSmtpServer server = new HostileSmtpServer(
                        () -> breaking.apply(connections.getAndIncrement()), pipelining);
                AngusMailer mailer = Mailers.to(server.url("?timeout=20&connections=1"))) {
            while (connections.get() < bytes) {
                check(server, mailer);
            }
        }
    }

    private void check(HostileSmtpServer server, AngusMailer mailer) {
        RenderedMail mail = new PlainRendering().render(reminder());
        SendOutcome outcome = mailer.send(mail);
        int taken = Collections.frequency(server.taken, mail.returnPathToken());
        if (outcome instanceof SendOutcome.Accepted) {
            assertThat(taken).isEqualTo(1);
        } else if (outcome instanceof SendOutcome.Unknown) {
            assertThat(taken).isLessThanOrEqualTo(1);
            unknown.incrementAndGet();
        } else {
            assertThat(outcome).isInstanceOf(SendOutcome.TryLater.class);
            assertThat(taken).isZero();
        }
    }

    private static ReminderToRender reminder() {
        return Reminders.reminder("appointment-reminder", Language.EN, "Alex");
    }
}
