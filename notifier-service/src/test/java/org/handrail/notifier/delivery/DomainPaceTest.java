package org.handrail.notifier.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.notifier.delivery.Circumstances.NOW;
import static org.handrail.notifier.delivery.Decision.GO;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.handrail.notifier.delivery.DomainPace.Limits;
import org.handrail.notifier.delivery.Mailer.SendOutcome;
import org.handrail.notifier.delivery.Mailer.SendOutcome.Accepted;
import org.handrail.notifier.delivery.Mailer.SendOutcome.TryLater;
import org.junit.jupiter.api.Test;

class DomainPaceTest {

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);

    @Test
    void letsEverythingGoAndRemembersNothingByDefault() {
        DomainPace pace = pace(Limits.NONE);
        for (int i = 0; i < 1000; i++) {
            assertThat(pace.to(to("big.example"))).isEqualTo(GO);
        }
        assertThat(pace.remembered()).isZero();
    }

    @Test
    void keepsToTheRateOfADomainAndLeavesOthersAlone() {
        DomainPace pace = pace(new Limits(60, 0));
        int gone = 0;
        for (int second = 0; second < 30; second++) {
            for (int i = 0; i < 5; i++) {
                gone += go(pace, to("Small.example")) ? 1 : 0;
            }
            assertThat(pace.to(to("other" + second + ".example"))).isEqualTo(GO);
            pass(Duration.ofSeconds(1));
        }
        assertThat(gone).isBetween(30, 31);
    }

    @Test
    void givesEachThatIsPutOffATurnOfItsOwn() {
        DomainPace pace = pace(new Limits(60, 0));
        go(pace, to("small.example"));
        List<Duration> pauses = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            Decision.Wait wait = (Decision.Wait) pace.to(to("small.example"));
            assertThat(wait.reason()).isEqualTo("domain-rate");
            pauses.add(Duration.between(NOW, wait.until()));
        }
        assertThat(pauses).isSorted().doesNotHaveDuplicates();
        assertThat(pauses.get(19)).isEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void neverPutsOffPastTheDeadline() {
        DomainPace pace = pace(new Limits(1, 0));
        go(pace, to("small.example"));
        Instant deadline = NOW.plusSeconds(10);
        Situation soon = new Circumstances(to("small.example")).deadline(deadline).situation();

        assertThat(pace.to(soon)).isEqualTo(new Decision.Wait(deadline, "domain-rate"));
        assertThat(pace.to(new Circumstances(soon).at(deadline).situation()))
                .isEqualTo(new Decision.Skip("deadline-passed"));
    }

    @Test
    void keepsToTheNumberAtOnceAndForgetsClaimsThatWereUndone() {
        DomainPace pace = pace(new Limits(0, 2));
        Situation one = to("small.example");
        Situation two = to("small.example");
        assertThat(pace.to(one)).isEqualTo(GO);
        assertThat(pace.to(two)).isEqualTo(GO);
        assertThat(go(pace, to("small.example"))).isFalse();

        pace.ended(claimed(one));
        assertThat(go(pace, to("small.example"))).isTrue();

        pace.keepOnly(Set.of(two.delivery().id()));
        assertThat(go(pace, to("small.example"))).isTrue();
        assertThat(go(pace, to("small.example"))).isFalse();
    }

    @Test
    void leavesADomainThatThrottlesAloneForLongerEachTimeAndComesBackStepByStep() {
        DomainPace pace = pace(Limits.NONE);
        Duration before = Duration.ZERO;
        for (int strike = 0; strike < 5; strike++) {
            // those on their way together count once
            heard(pace, new TryLater("451"));
            heard(pace, new TryLater("4.7.28"));
            Duration rest = rest(pace);
            assertThat(rest).isGreaterThan(before);
            before = rest;
            pass(rest.plusMillis(1));
        }
        assertThat(pace.throttling()).isEqualTo(1);
        assertThat(atOnce(pace)).isEqualTo(1);
        heard(pace, new Accepted());
        assertThat(atOnce(pace)).isEqualTo(2);
        heard(pace, new Accepted());
        assertThat(atOnce(pace)).isEqualTo(4);
        for (int i = 0; i < 6; i++) {
            heard(pace, new Accepted());
        }
        assertThat(pace.throttling()).isZero();
        assertThat(atOnce(pace)).isEqualTo(500);
    }

    @Test
    void blamesADomainForNothingThatIsTheMailboxesOrTheProviders() {
        DomainPace pace = pace(Limits.NONE);
        heard(pace, new TryLater("4.2.2"));
        heard(pace, new TryLater("421"));
        heard(pace, new TryLater("no-connection"));
        heard(pace, new TryLater("4.7.1", Trouble.MESSAGE));

        assertThat(pace.throttling()).isZero();
        assertThat(pace.remembered()).isZero();
    }

    @Test
    void remembersAtMostSoManyDomains() {
        DomainPace pace = pace(new Limits(60, 1));
        for (int i = 0; i < DomainPace.MOST_DOMAINS + 500; i++) {
            pace.to(to("d" + i + ".example"));
        }
        assertThat(pace.remembered()).isEqualTo(DomainPace.MOST_DOMAINS);
    }

    private DomainPace pace(Limits limits) {
        return new DomainPace(limits, nanos::get, new Random(1));
    }

    private void heard(DomainPace pace, SendOutcome outcome) {
        pace.heard(claimed(to("big.example")), outcome);
    }

    /** How long until something goes there again. */
    private Duration rest(DomainPace pace) {
        Decision.Wait wait = (Decision.Wait) pace.to(to("big.example"));
        assertThat(wait.reason()).isEqualTo("domain-throttles");
        return Duration.between(NOW, wait.until());
    }

    private static int atOnce(DomainPace pace) {
        int gone = 0;
        while (gone < 500 && go(pace, to("big.example"))) {
            gone++;
        }
        pace.keepOnly(Set.of());
        return gone;
    }

    private static boolean go(DomainPace pace, Situation situation) {
        return pace.to(situation) instanceof Decision.Go;
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    private static Situation to(String domain) {
        return Circumstances.followUp().recipient(false, "robin@" + domain, true, false).situation();
    }

    private static Claimed claimed(Situation situation) {
        return new Claimed(situation.delivery(), situation.recipient(), null);
    }
}
