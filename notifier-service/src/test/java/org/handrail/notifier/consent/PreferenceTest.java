package org.handrail.notifier.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.handrail.contract.HowGiven;
import org.handrail.contract.Language;
import org.handrail.contract.Purpose;
import org.handrail.notifier.consent.ConsentAct.Kind;
import org.handrail.notifier.consent.Preference.State;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PreferenceTest {

    static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");

    @Test
    void allowsNothingWithoutARecord() {
        assertThat(Preference.of(List.of(), NINE)).isEmpty();
    }

    @Test
    void isInForceOnceGiven() {
        assertThat(preference(given(0, 0))).satisfies(it -> {
            assertThat(it.state()).isEqualTo(State.IN_FORCE);
            assertThat(it.since()).isEqualTo(NINE);
        });
    }

    @Test
    void isDeficientWithoutTheRiskWarning() {
        assertThat(preference(given(0, 0, false, null)).state()).isEqualTo(State.DEFICIENT);
    }

    @Test
    void aDeficientOneDoesNotReplaceAValidOne() {
        assertThat(preference(given(0, 0), given(60, 60, false, null)).state()).isEqualTo(State.IN_FORCE);
    }

    @Test
    void endsAtItsExpiryByTheClockAlone() {
        Preference preference = preference(given(0, 0, true, NINE.plus(Duration.ofDays(3))));

        assertThat(preference.allowsAt(NINE.plus(Duration.ofDays(3)).minusMillis(1))).isTrue();
        assertThat(preference.allowsAt(NINE.plus(Duration.ofDays(3)))).isFalse();
    }

    @Test
    void isWithdrawnSinceTheStopWasEntered() {
        assertThat(preference(given(0, 0), stopped(60, 61), stopped(70, 71))).satisfies(it -> {
            assertThat(it.state()).isEqualTo(State.WITHDRAWN);
            assertThat(it.since()).isEqualTo(NINE.plus(Duration.ofMinutes(61)));
        });
    }

    @Test
    void isNotRevivedByAnOlderConsentThatArrivesLate() {
        assertThat(preference(stopped(60, 60), given(30, 90)).state()).isEqualTo(State.WITHDRAWN);
    }

    @Test
    void isNotEndedByAnOlderStopThatArrivesLate() {
        assertThat(preference(given(60, 60), stopped(30, 90)).state()).isEqualTo(State.IN_FORCE);
    }

    @Test
    void isEndedByAStopOfTheSameMoment() {
        assertThat(preference(given(0, 0), stopped(0, 0)).state()).isEqualTo(State.WITHDRAWN);
    }

    @Test
    void isGivenAnewByANewerConsent() {
        assertThat(preference(given(0, 0), stopped(60, 60), given(61, 61)).state()).isEqualTo(State.IN_FORCE);
    }

    @Test
    void isEndedByAStopFromASourceWhoseClockIsBehind() {
        assertThat(preference(given(10, 10), stopped(7, 11)).state()).isEqualTo(State.WITHDRAWN);
    }

    @Test
    void doesNotOutliveAStopBecauseItsSourcesClockIsAhead() {
        assertThat(preference(given(600, 0), stopped(20, 20)).state()).isEqualTo(State.WITHDRAWN);
    }

    static Preference preference(ConsentAct... acts) {
        return Preference.of(List.of(acts), NINE.plus(Duration.ofHours(2))).orElseThrow();
    }

    /** Minutes after nine: when it happened, and when it was entered. */
    static ConsentAct given(int occurred, int recorded) {
        return given(occurred, recorded, true, null);
    }

    static ConsentAct given(int occurred, int recorded, boolean warned, @Nullable Instant expiresAt) {
        return act(Kind.GIVEN, occurred, recorded, warned, expiresAt);
    }

    static ConsentAct stopped(int occurred, int recorded) {
        return act(Kind.STOPPED, occurred, recorded, true, null);
    }

    private static ConsentAct act(
            Kind kind, int occurred, int recorded, boolean warned, @Nullable Instant expiresAt) {
        return new ConsentAct(new UUID(0, 1), UUID.randomUUID(), kind, Purpose.FOLLOW_UP, null, Language.EN,
                HowGiven.SPOKEN, "staff-7", warned, NINE.plus(Duration.ofMinutes(occurred)),
                NINE.plus(Duration.ofMinutes(recorded)), expiresAt, null);
    }
}
