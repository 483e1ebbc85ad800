package org.handrail.notifier.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.handrail.contract.Language;
import org.handrail.notifier.delivery.Mailer.SendOutcome;
import org.handrail.notifier.delivery.Mailer.SendOutcome.Accepted;
import org.handrail.notifier.delivery.Mailer.SendOutcome.Refused;
import org.handrail.notifier.delivery.Mailer.SendOutcome.TryLater;
import org.handrail.notifier.delivery.Mailer.SendOutcome.Unknown;
import org.handrail.notifier.template.Reminders;
import org.handrail.notifier.template.RenderedMail;
import org.handrail.notifier.testing.ScriptedMailer;
import org.junit.jupiter.api.Test;

class ProvidersTest {

    private static final SendOutcome ACCEPTED = new Accepted();
    private static final RenderedMail MAIL = Reminders.rendering()
            .render(Reminders.reminder("appointment-reminder", Language.EN, "Alex"));

    private final AtomicLong nanos = new AtomicLong();
    private final ScriptedMailer first = new ScriptedMailer(4);
    private final ScriptedMailer second = new ScriptedMailer(2);
    private final Providers providers = new Providers(List.of(first, second), nanos::get, () -> 0);

    @Test
    void sendsByTheFirstWhileItIsWell() {
        assertThat(hand()).isEqualTo(1);
        assertThat(second.attempts()).isEmpty();
        assertThat(providers.allowance(4, 1)).isEqualTo(3);
    }

    @Test
    void handsToTheSecondWhatTheFirstRefusesOnItsOwnAccount() {
        for (SendOutcome refusal : List.of(new Refused("5.7.8", false, true), new TryLater("421"),
                new TryLater("no-connection"), new TryLater("4.7.0", Trouble.PROVIDER))) {
            Providers fresh = new Providers(List.of(first.doing(mail -> refusal), second), nanos::get, () -> 0);

            Providers.Handover handover = fresh.hand(mail()).orElseThrow();

            assertThat(handover.outcome()).isEqualTo(ACCEPTED);
            assertThat(handover.provider()).isEqualTo(2);
        }
    }

    @Test
    void takesWhatIsSaidAboutTheRecipientForFinal() {
        for (SendOutcome verdict : List.of(new Refused("5.1.1", true, false), new Refused("5.2.2", false, false),
                new TryLater("4.2.2"), new TryLater("451"))) {
            first.doing(mail -> verdict);
            assertThat(providers.hand(mail()).orElseThrow().outcome()).isEqualTo(verdict);
        }
        assertThat(second.attempts()).isEmpty();
    }

    @Test
    void neverHandsOnWhatMayHaveGone() {
        first.doing(mail -> new Unknown("lost"));

        assertThat(providers.hand(mail()).orElseThrow().outcome()).isEqualTo(new Unknown("lost"));
        assertThat(second.attempts()).isEmpty();
        assertThat(hand()).isEqualTo(2);
    }

    @Test
    void leavesAFirstThatIsAwayAloneAndComesBackToItStepByStep() {
        first.doing(mail -> new TryLater("no-connection"));
        hand();
        hand();
        Providers.Handover third = providers.hand(mail()).orElseThrow();
        assertThat(third.faults()).containsExactly("provider-1-away");
        assertThat(providers.inUse()).isEqualTo(2);
        assertThat(providers.allowance(4, 0)).isEqualTo(2);
        int tried = first.attempts().size();
        for (int i = 0; i < 20; i++) {
            assertThat(hand()).isEqualTo(2);
        }
        assertThat(first.attempts()).hasSize(tried);

        first.doing(mail -> ACCEPTED);
        pass(Duration.ofSeconds(1));

        assertThat(hand()).isEqualTo(1);
        assertThat(providers.inUse()).isEqualTo(1);
        assertThat(providers.allowance(4, 0)).isEqualTo(1);
        hand();
        assertThat(providers.allowance(4, 0)).isEqualTo(2);
    }

    @Test
    void tellsOperatorsWhatKeepsAPreferredOneFromTakingMail() {
        first.doing(mail -> new Refused("5.7.8", false, true));

        assertThat(providers.hand(mail()).orElseThrow().faults()).containsExactly("provider-1-smtp-5.7.8");
    }

    @Test
    void triesNothingWhileAllAreLeftAlone() {
        first.doing(mail -> new Unknown("lost"));
        second.doing(mail -> new Unknown("lost"));
        hand();
        hand();

        assertThat(providers.inUse()).isZero();
        assertThat(providers.allowance(4, 0)).isZero();
        assertThat(providers.hand(mail())).isEmpty();
        pass(Duration.ofSeconds(1));
        assertThat(providers.allowance(4, 0)).isEqualTo(1);
        assertThat(providers.allowance(4, 1)).isZero();
    }

    @Test
    void findsOutThatAStandbyWouldNotTakeMailBeforeItIsNeeded() {
        second.greeting(new Refused("5.7.8", false, true));

        assertThat(providers.standbyFaults()).containsExactly("provider-2-away", "provider-2-smtp-5.7.8");
        assertThat(providers.isOpen(2)).isFalse();
        second.greeting(ACCEPTED);
        assertThat(providers.standbyFaults()).isEmpty();
        assertThat(first.attempts()).isEmpty();
    }

    @Test
    void keepsToTheRateOfTheProviderInUse() {
        Mailer slow = new Mailer() {
            @Override
            public SendOutcome send(RenderedMail mail) {
                return ACCEPTED;
            }

            @Override
            public int connections() {
                return 50;
            }

            @Override
            public int perSecond() {
                return 10;
            }
        };
        Providers rated = new Providers(List.of(slow), nanos::get, () -> 0);
        int sent = 0;
        for (int tick = 0; tick < 100; tick++) {
            for (int allowed = rated.allowance(50, 0); allowed > 0; allowed--) {
                rated.hand(mail());
                sent++;
            }
            pass(Duration.ofMillis(200));
        }

        assertThat(sent).isBetween(200, 210);
    }

    private int hand() {
        return providers.hand(mail()).orElseThrow().provider();
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    private static RenderedMail mail() {
        return MAIL;
    }
}
