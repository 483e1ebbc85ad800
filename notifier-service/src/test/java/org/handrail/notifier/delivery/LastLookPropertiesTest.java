package org.handrail.notifier.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.notifier.delivery.Circumstances.NEW_YORK;
import static org.handrail.notifier.delivery.Circumstances.NOW;
import static org.handrail.notifier.delivery.LastLookTest.LAST_LOOK;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Objects;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.handrail.contract.AppointmentStatus;
import org.handrail.notifier.consent.Preference.State;
import org.handrail.notifier.delivery.Decision.Wait;

class LastLookPropertiesTest {

    @Property
    void letsNothingGoThatMustNot(@ForAll("any") Circumstances circumstances) {
        Situation it = circumstances.situation();
        if (!(LAST_LOOK.decide(it) instanceof Decision.Go)) {
            return;
        }
        var recipient = Objects.requireNonNull(it.recipient());
        var consent = Objects.requireNonNull(it.consent());

        assertThat(consent.allowsAt(it.now())).isTrue();
        assertThat(recipient.email()).isNotNull();
        assertThat(recipient.inquirer() || recipient.suppressed()).isFalse();
        assertThat(it.now()).isBeforeOrEqualTo(it.delivery().deadline());
        if (!it.delivery().isReceipt()) {
            LocalTime wall = it.now().atZone(NEW_YORK).toLocalTime();
            assertThat(recipient.confirmed()).isTrue();
            assertThat(wall).isBetween(LocalTime.of(8, 0), LocalTime.of(19, 59, 59, 999_999_999));
            assertThat(it.lastCappedAt() == null || !it.lastCappedAt().atZone(NEW_YORK).toLocalDate()
                    .equals(it.now().atZone(NEW_YORK).toLocalDate())).isTrue();
        }
        if (it.delivery().isReminder()) {
            var appointment = Objects.requireNonNull(it.appointment());
            assertThat(appointment.version()).isEqualTo(it.delivery().appointmentVersion());
            assertThat(appointment.status()).isEqualTo(AppointmentStatus.BOOKED);
            assertThat(it.now()).isBefore(appointment.startsAt());
        }
    }

    @Property
    void letsNothingGoOnceAStopIsInForce(@ForAll("any") Circumstances circumstances) {
        Circumstances stopped = circumstances.consent(Circumstances.consent(State.WITHDRAWN, null));

        assertThat(LAST_LOOK.decide(stopped.situation())).isNotEqualTo(Decision.GO);
    }

    @Property
    void putsNothingOffPastItsDeadlineOrIntoThePast(@ForAll("any") Circumstances circumstances) {
        Situation it = circumstances.situation();
        if (LAST_LOOK.decide(it) instanceof Wait wait) {
            assertThat(wait.until()).isAfter(it.now()).isBeforeOrEqualTo(it.delivery().deadline());
        }
    }

    @Property
    void comesToAnEnd(@ForAll("any") Circumstances circumstances) {
        // nothing is looked at before it is due
        Circumstances now = circumstances.situation().now().isBefore(NOW) ? circumstances.at(NOW) : circumstances;
        for (int looks = 0; looks < 2000; looks++) {
            if (!(LAST_LOOK.decide(now.situation()) instanceof Wait wait)) {
                return;
            }
            now = now.at(wait.until());
        }
        throw new AssertionError("still waiting at " + now.situation().now());
    }

    @Provide
    Arbitrary<Circumstances> any() {
        Arbitrary<Circumstances> base = Arbitraries.of(0, 1, 2).map(kind -> switch (kind) {
            case 0 -> Circumstances.reminder();
            case 1 -> Circumstances.followUp();
            default -> Circumstances.receipt();
        });
        return base.flatMap(start -> change().list().ofMaxSize(5).map(changes -> {
            Circumstances changed = start;
            for (UnaryOperator<Circumstances> one : changes) {
                changed = one.apply(changed);
            }
            return changed;
        }));
    }

    private static Arbitrary<UnaryOperator<Circumstances>> change() {
        Arbitrary<Instant> around = Arbitraries.integers().between(-40 * 60, 60 * 60)
                .map(minutes -> NOW.plus(Duration.ofMinutes(minutes)));
        return Arbitraries.oneOf(
                around.map(at -> it -> it.at(at)),
                around.map(at -> it -> it.deadline(at)),
                around.map(at -> it -> it.lastCappedAt(at)),
                around.map(at -> it -> it.consent(Circumstances.consent(State.IN_FORCE, at))),
                Arbitraries.of(State.values()).map(state -> it -> it.consent(Circumstances.consent(state, null))),
                Arbitraries.of(AppointmentStatus.values()).flatMap(status -> around.flatMap(start ->
                        Arbitraries.integers().between(2, 4).map(version ->
                                it -> it.situation().delivery().appointmentId() == null
                                        ? it : it.appointment(version, status, start)))),
                Arbitraries.integers().between(0, 15).map(bits -> it -> it.recipient((bits & 1) > 0,
                        (bits & 2) > 0 ? "a@example.org" : null, (bits & 4) > 0, (bits & 8) > 0)),
                Arbitraries.<UnaryOperator<Circumstances>>of(it -> it.consent(null), Circumstances::fresh,
                        Circumstances::clientUnknown, it -> it.recipient(null), Circumstances::reminderWaiting,
                        it -> it.receipts(3)));
    }
}
