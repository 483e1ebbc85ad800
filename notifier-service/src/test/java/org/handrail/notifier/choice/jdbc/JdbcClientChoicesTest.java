package org.handrail.notifier.choice.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.notifier.testing.TestLedger.NOW;

import java.util.List;
import java.util.UUID;
import org.handrail.contract.HowGiven;
import org.handrail.contract.Language;
import org.handrail.contract.Purpose;
import org.handrail.notifier.choice.Choices;
import org.handrail.notifier.choice.Chosen;
import org.handrail.notifier.choice.ClientChoices;
import org.handrail.notifier.testing.Given;
import org.handrail.notifier.testing.TestLedger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class JdbcClientChoicesTest {

    private static TestLedger ledger;
    private static ClientChoices choices;

    private final UUID client = UUID.randomUUID();

    @BeforeAll
    static void start() {
        ledger = new TestLedger("JdbcClientChoicesTest");
        choices = new JdbcClientChoices(ledger.jdbc, ledger.transaction, ledger.clock);
    }

    @AfterAll
    static void stop() {
        ledger.close();
    }

    @Test
    void isDiscreetUntilSomebodyChooses() {
        assertThat(choices.of(client)).isEmpty();
        know();

        assertThat(choices.of(client)).hasValueSatisfying(now -> {
            assertThat(now.choices()).isEqualTo(Choices.DISCREET);
            assertThat(now.inForce()).containsExactly(Purpose.FOLLOW_UP);
        });
    }

    @Test
    void leavesWhatWasNotChosenAsItWasAndKeepsEveryAct() {
        know();

        choose(true, null);
        choose(null, true);
        choose(false, null);

        assertThat(choices.of(client).orElseThrow().choices()).isEqualTo(new Choices(false, true));
        assertThat(ledger.jdbc.queryForList("""
                select what || ' ' || wanted || ' ' || wording from client_choice_act where client_id = ? order by seq
                """, String.class, client)).containsExactly("DETAILED_WORDING true page/1", "CALENDAR_FILES true page/1",
                "DETAILED_WORDING false page/1");
    }

    @Test
    void goesWithTheClientButForTheProofThatItWasChosen() {
        know();
        choose(true, true);

        ledger.inTransaction(() -> ledger.contacts.forget(List.of(client)));
        assertThat(choices.of(client)).isEmpty();
        know();

        assertThat(choices.of(client).orElseThrow().choices()).isEqualTo(Choices.DISCREET);
        assertThat(ledger.jdbc.queryForObject("select count(*) from client_choice_act where client_id = ?", Long.class,
                client)).isEqualTo(2);
    }

    private void know() {
        ledger.inTransaction(() -> {
            ledger.contacts.keep(List.of(Given.contact(client)));
            ledger.consents.enter(List.of(Given.consent(client, Purpose.FOLLOW_UP, NOW)), List.of());
        });
    }

    private void choose(@Nullable Boolean detailed, @Nullable Boolean calendar) {
        choices.choose(new Chosen(client, detailed, calendar, HowGiven.LINK_PAGE, "page/1", Language.EN, NOW));
    }
}
