package org.handrail.notifier.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.handrail.notifier.consent.Preference.State;

class PreferencePropertiesTest {

    private static final Instant LATER = PreferenceTest.NINE.plus(Duration.ofDays(1));

    @Property
    void doesNotDependOnTheOrderInWhichActsAreRead(@ForAll("acts") List<ConsentAct> acts, @ForAll long seed) {
        List<ConsentAct> shuffled = new ArrayList<>(acts);
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(Preference.of(shuffled, LATER)).isEqualTo(Preference.of(acts, LATER));
    }

    @Property
    void isNeverInForceAfterAStopThatCameAfterEverything(@ForAll("acts") List<ConsentAct> acts) {
        List<ConsentAct> stopped = new ArrayList<>(acts);
        stopped.add(PreferenceTest.stopped(600, 600));

        assertThat(Preference.of(stopped, LATER).orElseThrow().state()).isEqualTo(State.WITHDRAWN);
    }

    @Property
    void isNeverRevivedByAConsentOlderThanTheStop(@ForAll("acts") List<ConsentAct> acts, @ForAll("late") ConsentAct old) {
        List<ConsentAct> stopped = new ArrayList<>(acts);
        stopped.add(PreferenceTest.stopped(600, 600));
        stopped.add(old);

        assertThat(Preference.of(stopped, LATER).orElseThrow().state()).isEqualTo(State.WITHDRAWN);
    }

    @Property
    void isInForceOnlyByAConsentWithTheWarningThatNoLaterStopFollows(@ForAll("acts") List<ConsentAct> acts) {
        boolean expected = acts.stream().anyMatch(consent -> consent.isValidConsent()
                && acts.stream().noneMatch(stop -> stop.isStop() && stop.ends(consent)));

        assertThat(Preference.of(acts, LATER).map(it -> it.state() == State.IN_FORCE).orElse(false))
                .isEqualTo(expected);
    }

    @Provide
    Arbitrary<List<ConsentAct>> acts() {
        return act(0, 500).list().ofMaxSize(8);
    }

    @Provide
    Arbitrary<ConsentAct> late() {
        return Combinators.combine(minutes(0, 600), minutes(601, 900))
                .as((occurred, recorded) -> PreferenceTest.given(occurred, recorded));
    }

    private static Arbitrary<ConsentAct> act(int from, int to) {
        Arbitrary<Integer> delay = Arbitraries.integers().between(-20, 90);
        return Combinators.combine(Arbitraries.of("given", "unwarned", "stopped"), minutes(from, to), delay)
                .as((kind, occurred, late) -> switch (kind) {
                    case "given" -> PreferenceTest.given(occurred, occurred + late);
                    case "unwarned" -> PreferenceTest.given(occurred, occurred + late, false, null);
                    default -> PreferenceTest.stopped(occurred, occurred + late);
                });
    }

    private static Arbitrary<Integer> minutes(int from, int to) {
        return Arbitraries.integers().between(from, to);
    }
}
