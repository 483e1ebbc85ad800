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

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
    private final Circuit circuit = new Circuit(nanos::get);

    @Test
    void letsEverythingThroughWhileTheServerIsWell() {
        hear(new Accepted(), new TryLater("4.2.2"), new TryLater("450"), new TryLater("4.7.1"),
                new Refused("5.1.1", true, false), new Refused("5.2.2", false, false));

        assertThat(circuit.allowance(8, 3)).isEqualTo(8);
    }

    @Test
    void opensAfterThreeFailuresOfTheServerInARow() {
        hear(new TryLater("no-connection"), new TryLater("421"));
        assertThat(circuit.isOpen()).isFalse();

        hear(new TryLater("4.3.2"));
        assertThat(circuit.allowance(8, 0)).isZero();
    }

    @Test
    void opensAtTheFirstOutcomeThatNobodyKnows() {
        hear(new Unknown("lost"));

        assertThat(circuit.allowance(8, 0)).isZero();
    }

    @Test
    void opensWhenOurOwnSetUpIsRefused() {
        hear(new Refused("5.7.8", false, true), new Refused("5.7.8", false, true), new Refused("5.7.8", false, true));

        assertThat(circuit.isOpen()).isTrue();
    }

    @Test
    void probesWithOneMessageAtATimeFurtherAndFurtherApart() {
        hear(new Unknown("lost"));
        pass(Duration.ofSeconds(1));
        assertThat(circuit.allowance(8, 0)).isEqualTo(1);
        assertThat(circuit.allowance(8, 1)).isZero();

        hear(new TryLater("no-connection"));
        pass(Duration.ofSeconds(1));
        assertThat(circuit.allowance(8, 0)).isZero();
        pass(Duration.ofSeconds(1));
        assertThat(circuit.allowance(8, 0)).isEqualTo(1);
    }

    @Test
    void closesWithTheFirstProbeThatSucceeds() {
        hear(new Unknown("lost"), new Accepted());

        assertThat(circuit.allowance(8, 5)).isEqualTo(8);
    }

    private void hear(SendOutcome... outcomes) {
        for (SendOutcome outcome : outcomes) {
            circuit.heard(outcome);
        }
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
