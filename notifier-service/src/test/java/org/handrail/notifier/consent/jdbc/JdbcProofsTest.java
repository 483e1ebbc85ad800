package org.handrail.notifier.consent.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.handrail.contract.Purpose.APPOINTMENT_REMINDERS;
import static org.handrail.contract.Purpose.FOLLOW_UP;
import static org.handrail.notifier.testing.TestLedger.NOW;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.handrail.contract.ExpiryEvent;
import org.handrail.contract.HowGiven;
import org.handrail.contract.Language;
import org.handrail.contract.Purpose;
import org.handrail.contract.intake.ClientDischarged;
import org.handrail.contract.intake.ConsentRecorded;
import org.handrail.notifier.consent.Preference;
import org.handrail.notifier.consent.ProofSheet;
import org.handrail.notifier.consent.Wordings;
import org.handrail.notifier.contact.jdbc.ContactPersonalData;
import org.handrail.notifier.testing.Given;
import org.handrail.notifier.testing.TestLedger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JdbcProofsTest {

    private final TestLedger ledger = new TestLedger("JdbcProofsTest");
    private final JdbcWordings wordings = new JdbcWordings(ledger.jdbc);
    private final JdbcProofs proofs = new JdbcProofs(ledger.jdbc, wordings, ledger.clock);
    private final UUID client = UUID.randomUUID();

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void showsEveryActWithTheVeryWordsAndWhatItCameTo() {
        given(FOLLOW_UP, "web-form/1", Language.ES, NOW);
        given(APPOINTMENT_REMINDERS, "nobody-kept/9", Language.EN, NOW);
        at(NOW.plus(Duration.ofHours(1)));
        ledger.inTransaction(() -> ledger.consents.enter(List.of(),
                List.of(Given.stop(client, NOW.plus(Duration.ofHours(1)), FOLLOW_UP))));
        at(NOW.plus(Duration.ofHours(2)));
        given(FOLLOW_UP, "web-form/1", Language.EN, NOW.plus(Duration.ofHours(2)));

        ProofSheet sheet = proofs.of(client);

        assertThat(sheet.lines()).extracting(line -> line.after().state()).containsSubsequence(
                Preference.State.IN_FORCE, Preference.State.WITHDRAWN, Preference.State.IN_FORCE).hasSize(4);
        assertThat(sheet.lines()).filteredOn(line -> line.act().purpose() == FOLLOW_UP)
                .extracting(ProofSheet.Line::words).satisfies(words -> {
                    assertThat(words.get(0)).startsWith("¿Podemos escribirle por correo electrónico?");
                    assertThat(words.get(1)).isNull();
                    assertThat(words.get(2)).contains("Email is not a secure way to talk");
                });
        assertThat(sheet.lines()).filteredOn(line -> line.act().purpose() == APPOINTMENT_REMINDERS)
                .extracting(ProofSheet.Line::words).containsOnlyNulls();
        assertThat(sheet.now().get(FOLLOW_UP).state()).isEqualTo(Preference.State.IN_FORCE);
    }

    @Test
    void endsWithTheDischargeThatItWasGivenUntil() {
        ledger.inTransaction(() -> ledger.consents.enter(List.of(new ConsentRecorded(client, UUID.randomUUID(),
                FOLLOW_UP, "paper/1", Language.EN, HowGiven.SIGNED, "ehr", true, NOW, null,
                ExpiryEvent.DISCHARGED)), List.of()));
        given(APPOINTMENT_REMINDERS, "web-form/1", Language.EN, NOW);
        discharged(NOW.minus(Duration.ofDays(30)));
        assertThat(states()).as("a discharge of before").containsOnly(Preference.State.IN_FORCE);
        at(NOW.plus(Duration.ofDays(2)));

        discharged(NOW.plus(Duration.ofDays(1)));

        assertThat(states()).containsExactly(Preference.State.IN_FORCE, Preference.State.EXPIRED);
        assertThat(ledger.jdbc.queryForObject("select state from consent where client_id = ? and purpose = 'FOLLOW_UP'",
                String.class, client)).isEqualTo("EXPIRED");
        assertThat(proofs.of(client).lines()).filteredOn(line -> line.act().purpose() == FOLLOW_UP).singleElement()
                .satisfies(line -> assertThat(line.act().expiresAt()).isEqualTo(NOW.plus(Duration.ofDays(1))));
        given(FOLLOW_UP, "web-form/1", Language.EN, NOW.plus(Duration.ofDays(2)));
        assertThat(states()).as("given anew after it").containsOnly(Preference.State.IN_FORCE);
    }

    private List<Preference.State> states() {
        return new TreeMap<>(proofs.of(client).now()).values().stream().map(Preference::state).toList();
    }

    private void discharged(Instant when) {
        ledger.inTransaction(() -> ledger.consents.discharged(
                List.of(new ClientDischarged(client, UUID.randomUUID(), when, false, "main"))));
    }

    @Test
    void outlivesTheClientsDetails() {
        ledger.inTransaction(() -> ledger.contacts.keep(List.of(Given.contact(client))));
        given(FOLLOW_UP, "web-form/1", Language.EN, NOW);

        assertThat(new ContactPersonalData(ledger.jdbc).erase(client)).containsEntry("notifier.contact", 1);

        assertThat(proofs.of(client).lines()).hasSize(1);
        assertThat(proofs.of(UUID.randomUUID()).lines()).isEmpty();
    }

    @Test
    void neverChangesTheWordsOfAWording() {
        assertThat(wordings.keep("paper/4", Language.EN, "Yes.", NOW)).isEqualTo(Wordings.Kept.NEW);
        assertThat(wordings.keep("paper/4", Language.EN, "Yes.", NOW)).isEqualTo(Wordings.Kept.KNOWN);
        assertThat(wordings.keep("paper/4", Language.EN, "No.", NOW)).isEqualTo(Wordings.Kept.DIFFERENT);
        assertThat(wordings.words("paper/4", Language.EN)).contains("Yes.");
        assertThat(wordings.words("paper/4", Language.ES)).isEmpty();
        assertThatThrownBy(() -> ledger.jdbc.update("update consent_wording set words = 'No.'"))
                .hasMessageContaining("append-only");
        assertThatThrownBy(() -> ledger.jdbc.execute("truncate consent_wording")).hasMessageContaining("append-only");
    }

    private void given(Purpose purpose, String wording, Language language, Instant when) {
        ledger.inTransaction(() -> ledger.consents.enter(List.of(new ConsentRecorded(client, UUID.randomUUID(), purpose,
                wording, language, HowGiven.WEB_FORM, "web-form", true, when, null)), List.of()));
    }

    private void at(Instant now) {
        ledger.clock.set(now);
    }
}
