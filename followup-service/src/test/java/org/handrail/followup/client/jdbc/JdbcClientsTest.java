package org.handrail.followup.client.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.handrail.contract.HowGiven;
import org.handrail.contract.Purpose;
import org.handrail.contract.consents.AddressStateChanged;
import org.handrail.contract.consents.AddressStateChanged.State;
import org.handrail.contract.consents.PreferenceChanged;
import org.handrail.contract.intake.StopRequested;
import org.handrail.followup.FollowupDatabase;
import org.junit.jupiter.api.Test;

class JdbcClientsTest {

    private static final UUID CLIENT = UUID.fromString("0190a000-0000-7000-8000-000000000001");
    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");

    private final FollowupDatabase database = new FollowupDatabase();
    private final JdbcClients clients = new JdbcClients(database.jdbc());

    @Test
    void keepsAConfirmationThatWasGivenBeforeTheAddressWasIntroduced() {
        clients.addressesChanged(List.of(address(1, State.CONFIRMED, NINE)));

        clients.addressesChanged(List.of(address(1, State.UNCONFIRMED, NINE.plusSeconds(5))));

        assertThat(state()).isEqualTo("1 CONFIRMED");
    }

    @Test
    void keepsTheFurthestOfWhatIsToldAtOnce() {
        clients.addressesChanged(List.of(
                address(1, State.CONFIRMED, NINE), address(1, State.UNCONFIRMED, NINE.plusSeconds(5))));

        assertThat(state()).isEqualTo("1 CONFIRMED");
    }

    @Test
    void startsAgainWithANewAddress() {
        clients.addressesChanged(List.of(address(1, State.SUPPRESSED, NINE)));

        clients.addressesChanged(List.of(address(2, State.UNCONFIRMED, NINE)));
        clients.addressesChanged(List.of(address(1, State.CONFIRMED, NINE.plusSeconds(5))));

        assertThat(state()).isEqualTo("2 UNCONFIRMED");
    }

    @Test
    void lateNewsOfAnEarlierConsentRevivesNothingThatWasStopped() {
        clients.preferencesChanged(List.of(preference(1, PreferenceChanged.State.IN_FORCE, NINE)));
        clients.stopsRequested(List.of(stop(NINE.plusSeconds(60))));
        clients.stopsRequested(List.of(stop(NINE.plusSeconds(120))));

        clients.preferencesChanged(List.of(preference(2, PreferenceChanged.State.WITHDRAWN, NINE.plusSeconds(80))));
        clients.preferencesChanged(List.of(preference(3, PreferenceChanged.State.IN_FORCE, NINE.plusSeconds(90))));
        assertThat(consent()).isEqualTo("WITHDRAWN");
        clients.preferencesChanged(List.of(preference(4, PreferenceChanged.State.IN_FORCE, NINE.plusSeconds(180))));
        assertThat(consent()).isEqualTo("IN_FORCE");
    }

    private static PreferenceChanged preference(long version, PreferenceChanged.State state, Instant since) {
        return new PreferenceChanged(CLIENT, version, Purpose.FOLLOW_UP, state, HowGiven.SPOKEN, since, null);
    }

    private static StopRequested stop(Instant at) {
        return new StopRequested(CLIENT, UUID.randomUUID(), Set.of(Purpose.FOLLOW_UP), HowGiven.SPOKEN, "test", at);
    }

    private String consent() {
        return database.jdbc().sql("select state from preference where client_id = ?").param(CLIENT)
                .query(String.class).single();
    }

    private static AddressStateChanged address(int version, State state, Instant since) {
        return new AddressStateChanged(CLIENT, version, state, "read-back", since);
    }

    private String state() {
        return database.jdbc().sql("select address_version || ' ' || state from address_state where client_id = ?")
                .param(CLIENT).query(String.class).single();
    }
}
