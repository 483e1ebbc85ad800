package org.handrail.notifier.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.notifier.delivery.Circumstances.NOW;
import static org.handrail.notifier.delivery.Circumstances.asking;
import static org.handrail.notifier.delivery.Circumstances.consent;
import static org.handrail.notifier.delivery.Circumstances.followUp;
import static org.handrail.notifier.delivery.Circumstances.receipt;
import static org.handrail.notifier.delivery.Circumstances.reminder;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.stream.Stream;
import org.handrail.contract.AppointmentStatus;
import org.handrail.contract.Purpose;
import org.handrail.notifier.consent.Preference.State;
import org.handrail.notifier.delivery.Decision.Skip;
import org.handrail.notifier.delivery.Decision.Wait;
import org.handrail.notifier.delivery.Decision.Withdraw;
import org.handrail.notifier.delivery.Situation.AddressChange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LastLookTest {

    static final LastLook LAST_LOOK = new LastLook(new SendWindow(LocalTime.of(8, 0), LocalTime.of(20, 0)), 3);
    private static final Instant TONIGHT = Instant.parse("2026-11-25T02:00:00Z");
    private static final Instant TOMORROW_AT_EIGHT = Instant.parse("2026-11-25T13:00:00Z");
    private static final Instant SOON = NOW.plusSeconds(1);

    @Test
    void letsGoWhenNothingSpeaksAgainstIt() {
        assertThat(decide(reminder())).isEqualTo(Decision.GO);
        assertThat(decide(followUp())).isEqualTo(Decision.GO);
        assertThat(decide(receipt())).isEqualTo(Decision.GO);
        assertThat(decide(asking(new AddressChange(true, false)))).isEqualTo(Decision.GO);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void skips(String reason, Circumstances circumstances) {
        assertThat(decide(circumstances)).isEqualTo(new Skip(reason));
    }

    static Stream<Arguments> skips() {
        return Stream.of(
                Arguments.of("address-absent", followUp().recipient(false, null, false, false)),
                Arguments.of("inquirer-not-client", followUp().recipient(true, "sam@example.org", true, false)),
                Arguments.of("address-unconfirmed", followUp().recipient(false, "a@example.org", false, false)),
                Arguments.of("address-suppressed", receipt().recipient(false, "a@example.org", true, true)),
                Arguments.of("consent-absent", receipt().consent(null)),
                Arguments.of("consent-withdrawn", followUp().consent(consent(State.WITHDRAWN, null))),
                Arguments.of("consent-deficient", followUp().consent(consent(State.DEFICIENT, null))),
                Arguments.of("consent-expired", followUp().consent(consent(State.IN_FORCE, NOW))),
                Arguments.of("consent-expired", followUp().consent(consent(State.EXPIRED, NOW.minusSeconds(9)))),
                Arguments.of("appointment-started", reminder().appointment(3, AppointmentStatus.BOOKED, NOW)),
                Arguments.of("address-stopped", asking(new AddressChange(true, true))),
                Arguments.of("receipt-limit", receipt().receipts(3)),
                Arguments.of("deadline-passed", followUp().deadline(NOW.minusMillis(1))),
                Arguments.of("send-window", followUp().at(TONIGHT).deadline(TOMORROW_AT_EIGHT.minusMillis(1))),
                Arguments.of("daily-cap", followUp().lastCappedAt(NOW.minusSeconds(1))
                        .deadline(TOMORROW_AT_EIGHT.minusMillis(1))),
                Arguments.of("contact-unknown", followUp().recipient(null).at(NOW.plus(Duration.ofHours(30)))),
                Arguments.of("appointment-unknown",
                        reminder().appointment(null).at(NOW.plus(Duration.ofHours(30)))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void withdraws(String reason, Circumstances circumstances) {
        assertThat(decide(circumstances)).isEqualTo(new Withdraw(reason));
    }

    static Stream<Arguments> withdraws() {
        Instant start = NOW.plus(Duration.ofHours(30));
        return Stream.of(
                Arguments.of("appointment-changed", reminder().appointment(4, AppointmentStatus.BOOKED, start)),
                Arguments.of("appointment-cancelled", reminder().appointment(3, AppointmentStatus.CANCELLED, start)),
                Arguments.of("appointment-no-show", reminder().appointment(3, AppointmentStatus.NO_SHOW, start)),
                Arguments.of("address-change-over", asking(new AddressChange(false, true))),
                Arguments.of("address-change-over", asking(null).recipient(null)),
                Arguments.of("appointment-entered-in-error",
                        reminder().appointment(3, AppointmentStatus.ENTERED_IN_ERROR, start)));
    }

    @ParameterizedTest(name = "{0} until {2}")
    @MethodSource
    void waits(String reason, Circumstances circumstances, Instant until) {
        assertThat(decide(circumstances)).isEqualTo(new Wait(until, reason));
    }

    static Stream<Arguments> waits() {
        return Stream.of(
                Arguments.of("contact-unknown", followUp().recipient(null), SOON),
                Arguments.of("appointment-unknown", reminder().appointment(null), SOON),
                Arguments.of("appointment-unknown",
                        reminder().appointment(2, AppointmentStatus.BOOKED, NOW.plus(Duration.ofDays(9))), SOON),
                Arguments.of("consent-absent", receipt().consent(null).fresh(), SOON),
                Arguments.of("consent-absent", receipt().consent(null).clientUnknown(), SOON),
                Arguments.of("address-unconfirmed",
                        followUp().recipient(false, "a@example.org", false, false).fresh(), SOON),
                Arguments.of("send-window", followUp().at(TONIGHT), TOMORROW_AT_EIGHT),
                Arguments.of("send-window", followUp().at(Instant.parse("2026-11-25T12:59:59Z")), TOMORROW_AT_EIGHT),
                Arguments.of("reminders-first", followUp().reminderWaiting(), NOW.plus(Duration.ofMinutes(10))),
                Arguments.of("daily-cap", reminder().lastCappedAt(NOW.minusSeconds(1)), TOMORROW_AT_EIGHT));
    }

    @Test
    void countsTheDayOnTheClientsWall() {
        Instant yesterdayEvening = Instant.parse("2026-11-24T04:59:59Z");

        assertThat(decide(followUp().lastCappedAt(yesterdayEvening))).isEqualTo(Decision.GO);
    }

    @Test
    void holdsReceiptsAndConfirmationsToNoDailyCap() {
        Circumstances confirmation =
                Circumstances.of(Purpose.APPOINTMENT_REMINDERS, "appointment-confirmation", null);

        assertThat(decide(receipt().lastCappedAt(NOW))).isEqualTo(Decision.GO);
        assertThat(decide(confirmation.lastCappedAt(NOW))).isEqualTo(Decision.GO);
    }

    @Test
    void answersAReceiptAtNight() {
        assertThat(decide(receipt().at(TONIGHT))).isEqualTo(Decision.GO);
    }

    @Test
    void sendsAReceiptToAnAddressNotConfirmedYet() {
        assertThat(decide(receipt().recipient(false, "a@example.org", false, false))).isEqualTo(Decision.GO);
    }

    @Test
    void followsUpAnAppointmentThatWasMissed() {
        assertThat(decide(followUp().appointment(3, AppointmentStatus.NO_SHOW, NOW.minusSeconds(3600))))
                .isEqualTo(Decision.GO);
    }

    @Test
    void keepsAReminderOfAnotherDayFromGivingWayToAFollowUp() {
        assertThat(decide(reminder().reminderWaiting())).isEqualTo(Decision.GO);
    }

    @Test
    void namesEachRule() {
        assertThat(LAST_LOOK.rules()).extracting(LastLook.Rule::name).doesNotHaveDuplicates().hasSize(18);
    }

    private static Decision decide(Circumstances circumstances) {
        return LAST_LOOK.decide(circumstances.situation());
    }
}
