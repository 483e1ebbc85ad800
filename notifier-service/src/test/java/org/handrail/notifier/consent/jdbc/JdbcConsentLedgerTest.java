package org.handrail.notifier.consent.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.handrail.contract.Purpose.APPOINTMENT_REMINDERS;
import static org.handrail.contract.Purpose.FOLLOW_UP;
import static org.handrail.contract.Purpose.RECEIPTS;
import static org.handrail.notifier.testing.TestLedger.NOW;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.handrail.contract.HowGiven;
import org.handrail.contract.Language;
import org.handrail.contract.consents.PreferenceChanged;
import org.handrail.contract.consents.PreferenceChanged.State;
import org.handrail.contract.deliveries.DeliveryChanged;
import org.handrail.contract.intake.ConsentRecorded;
import org.handrail.contract.intake.StopRequested;
import org.handrail.contract.reminders.ReminderDue;
import org.handrail.notifier.consent.Stops;
import org.handrail.notifier.testing.Given;
import org.handrail.notifier.testing.TestLedger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

class JdbcConsentLedgerTest {

    private static TestLedger ledger;
    private static Stops stops;

    private final UUID client = UUID.randomUUID();

    @BeforeAll
    static void start() {
        ledger = new TestLedger("JdbcConsentLedgerTest");
        stops = new TakingStops(ledger.consents, ledger.transaction);
    }

    @AfterAll
    static void stop() {
        ledger.close();
    }

    @Test
    void tellsEachChangeWithAVersionThatGrows() {
        enter(Given.consent(client, FOLLOW_UP, NOW), Given.consent(client, RECEIPTS, NOW));
        stops.stop(Given.stop(client, NOW, FOLLOW_UP));

        assertThat(told()).extracting(PreferenceChanged::version).containsExactly(1L, 2L, 3L);
        assertThat(told().get(2)).satisfies(it -> {
            assertThat(it.purpose()).isEqualTo(FOLLOW_UP);
            assertThat(it.state()).isEqualTo(State.WITHDRAWN);
            assertThat(it.how()).isEqualTo(HowGiven.SPOKEN);
        });
    }

    @Test
    void entersAnActOnceHoweverOftenItIsBrought() {
        ConsentRecorded consent = Given.consent(client, FOLLOW_UP, NOW);
        StopRequested stop = Given.stop(client, NOW.plusSeconds(1), FOLLOW_UP, RECEIPTS);
        ledger.clock.set(NOW.plusSeconds(2));

        enter(consent, consent);
        Instant first = stops.stop(stop);
        ledger.clock.advance(Duration.ofHours(1));
        Instant again = stops.stop(stop);
        enter(consent);

        assertThat(again).isEqualTo(first).isEqualTo(NOW.plusSeconds(2));
        assertThat(acts()).isEqualTo(3);
        assertThat(told()).hasSize(3);
    }

    @Test
    void takesAConsentAndAStopOfTheSameIdForWhatTheyAre() {
        ConsentRecorded consent = Given.consent(client, FOLLOW_UP, NOW);
        enter(consent);

        stops.stop(new StopRequested(client, consent.consentId(), java.util.Set.of(FOLLOW_UP), HowGiven.API, "ehr",
                NOW.plusSeconds(1)));

        assertThat(state()).isEqualTo("WITHDRAWN");
    }

    @Test
    void takesBackWhatIsQueuedForThePurposesStoppedAndNothingElse() {
        ReminderDue followUp = Given.followUp(client);
        ReminderDue receipt = Given.receipt(client);
        enter(Given.consent(client, FOLLOW_UP, NOW), Given.consent(client, RECEIPTS, NOW));
        ledger.inTransaction(() -> ledger.queue.take(List.of(followUp, receipt), List.of()));

        stops.stop(Given.stop(client, NOW, FOLLOW_UP, APPOINTMENT_REMINDERS));

        assertThat(ledger.stateOf(followUp.reminderId())).isEqualTo("WITHDRAWN consent-withdrawn");
        assertThat(ledger.stateOf(receipt.reminderId())).isEqualTo("QUEUED due");
        assertThat(ledger.facts.of(DeliveryChanged.class))
                .filteredOn(it -> it.clientId().equals(client))
                .extracting(DeliveryChanged::reminderId).containsExactly(followUp.reminderId());
    }

    @Test
    void keepsAStopOfSomebodyWhoNeverConsented() {
        stops.stop(Given.stop(client, NOW, FOLLOW_UP));

        assertThat(state()).isEqualTo("WITHDRAWN");
        enter(Given.consent(client, FOLLOW_UP, NOW.minusSeconds(1)));
        assertThat(state()).isEqualTo("WITHDRAWN");
    }

    @Test
    void tellsNobodyOfADeficientConsent() {
        enter(new ConsentRecorded(client, UUID.randomUUID(), FOLLOW_UP, "old-form/1", Language.ES, HowGiven.SIGNED,
                "ehr", false, NOW, null));

        assertThat(state()).isEqualTo("DEFICIENT");
        assertThat(told()).isEmpty();
    }

    @Test
    void tellsWhenTheTimeOfAConsentIsOver() {
        enter(new ConsentRecorded(client, UUID.randomUUID(), FOLLOW_UP, "web-form/3", Language.EN, HowGiven.WEB_FORM,
                "web", true, NOW, NOW.plus(Duration.ofDays(30))));

        ledger.clock.set(NOW.plus(Duration.ofDays(30)));
        ledger.inTransaction(ledger.consents::expire);
        ledger.inTransaction(ledger.consents::expire);
        ledger.clock.set(NOW);

        assertThat(told()).extracting(PreferenceChanged::state).containsExactly(State.IN_FORCE, State.EXPIRED);
    }

    @Test
    void leavesNothingOfAStopThatFailedHalfWay() {
        enter(Given.consent(client, FOLLOW_UP, NOW));

        assertThatThrownBy(() -> ledger.inTransaction(() -> {
            stops.stop(Given.stop(client, NOW, FOLLOW_UP));
            throw new IllegalStateException("power cut");
        })).hasMessage("power cut");

        assertThat(state()).isEqualTo("IN_FORCE");
        assertThat(acts()).isEqualTo(1);
        assertThat(told()).hasSize(1);
    }

    @Test
    void refusesToChangeOrDeleteAnAct() {
        enter(Given.consent(client, FOLLOW_UP, NOW));

        for (String change : List.of("update consent_act set wording = 'x'", "delete from consent_act",
                "truncate consent_act")) {
            assertThatThrownBy(() -> ledger.jdbc.update(change)).isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("append-only");
        }
    }

    private void enter(ConsentRecorded... consents) {
        ledger.inTransaction(() -> ledger.consents.enter(List.of(consents), List.of()));
    }

    private List<PreferenceChanged> told() {
        return ledger.facts.of(PreferenceChanged.class).stream().filter(it -> it.clientId().equals(client)).toList();
    }

    private String state() {
        return ledger.jdbc.queryForObject("select state from consent where client_id = ? and purpose = 'FOLLOW_UP'",
                String.class, client);
    }

    private long acts() {
        return ledger.jdbc.queryForObject("select count(*) from consent_act where client_id = ?", Long.class, client);
    }
}
