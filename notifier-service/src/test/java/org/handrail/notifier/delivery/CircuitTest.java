package org.handrail.notifier.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.handrail.notifier.delivery.Mailer.SendOutcome;
import org.handrail.notifier.delivery.Mailer.SendOutcome.Accepted;
import org.handrail.notifier.delivery.Mailer.SendOutcome.Refused;
import org.handrail.notifier.delivery.Mailer.SendOutcome.TryLater;
import org.handrail.notifier.delivery.Mailer.SendOutcome.Unknown;
import org.junit.jupiter.api.Test;

class CircuitTest {

    private static final Circuit.Ticket USUAL = new Circuit.Ticket(false);
    private static final Circuit.Ticket PROBE = new Circuit.Ticket(true);

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
    private final Circuit circuit = new Circuit(8, nanos::get, () -> 0);

    @Test
    void letsEverythingThroughWhileTheServerIsWell() {
        hear(new Accepted(), new TryLater("4.2.2"), new TryLater("450"), new TryLater("4.7.1"),
                new Refused("5.1.1", true, false), new Refused("5.2.2", false, false));

        assertThat(circuit.atOnce()).isEqualTo(8);
        assertThat(circuit.admit()).isEqualTo(USUAL);
    }

    @Test
    void opensAfterThreeFailuresOfTheServerInARow() {
        hear(new TryLater("no-connection"), new TryLater("421"));
        assertThat(circuit.isOpen()).isFalse();
        assertThat(circuit.atOnce()).isEqualTo(2);

        hear(new TryLater("4.3.2"));
        assertThat(circuit.isOpen()).isTrue();
        assertThat(circuit.admit()).isNull();
    }

    @Test
    void opensAtTheFirstOutcomeThatNobodyKnows() {
        hear(new Unknown("lost"));

        assertThat(circuit.admit()).isNull();
    }

    @Test
    void opensWhenOurOwnSetUpIsRefused() {
        hear(new Refused("5.7.8", false, true), new Refused("5.7.8", false, true), new Refused("5.7.8", false, true));

        assertThat(circuit.isOpen()).isTrue();
    }

    @Test
    void probesWithOneMessageAtATimeFurtherAndFurtherApart() {
        hear(new Unknown("lost"));
        for (int pause : new int[] {1, 2, 4, 8, 16, 32, 60, 60}) {
            pass(Duration.ofSeconds(pause).minusNanos(1));
            assertThat(circuit.admit()).as("before %d s", pause).isNull();
            pass(Duration.ofNanos(1));
            assertThat(circuit.admit()).isEqualTo(PROBE);
            assertThat(circuit.admit()).isNull();
            circuit.heard(PROBE, new TryLater("no-connection"));
        }
    }

    /** Each of them may be a mail that nobody knows about. */
    @Test
    void probesARarerServerThatLosesWhatItTook() {
        hear(new Unknown("lost"));
        for (int pause : new int[] {1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 600, 600}) {
            pass(Duration.ofSeconds(pause));
            assertThat(circuit.admit()).isEqualTo(PROBE);
            circuit.heard(PROBE, new Unknown("lost"));
        }
    }

    @Test
    void learnsNothingFromWhatSetOutBeforeItOpened() {
        hear(new Unknown("lost"), new TryLater("lost"), new Unknown("lost"), new Accepted());
        assertThat(circuit.isOpen()).isTrue();

        pass(Duration.ofSeconds(1));
        assertThat(circuit.admit()).isEqualTo(PROBE);
    }

    @Test
    void fillsStepByStepOnceAProbeSucceeded() {
        hear(new Unknown("lost"));
        pass(Duration.ofSeconds(1));
        circuit.heard(circuit.admit(), new Accepted());

        assertThat(circuit.atOnce()).isEqualTo(1);
        hear(new Accepted());
        assertThat(circuit.atOnce()).isEqualTo(2);
        hear(new Accepted(), new Accepted(), new Accepted());
        assertThat(circuit.atOnce()).isEqualTo(8);
    }

    @Test
    void forgetsAnOutageOnlyAfterAWhileThatWentWell() {
        hear(new Unknown("lost"));
        pass(Duration.ofSeconds(1));
        circuit.heard(circuit.admit(), new Accepted());
        hear(new Accepted(), new Unknown("lost"));
        pass(Duration.ofSeconds(1));
        assertThat(circuit.admit()).isNull();
        pass(Duration.ofSeconds(1));
        circuit.heard(circuit.admit(), new Accepted());
        for (int i = 0; i < 10; i++) {
            hear(new Accepted());
        }

        hear(new Unknown("lost"));
        pass(Duration.ofSeconds(1));
        assertThat(circuit.admit()).isEqualTo(PROBE);
    }

    private void hear(SendOutcome... outcomes) {
        for (SendOutcome outcome : outcomes) {
            circuit.heard(USUAL, outcome);
        }
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
