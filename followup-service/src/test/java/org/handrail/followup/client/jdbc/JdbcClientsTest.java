package org.handrail.followup.client.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.handrail.contract.consents.AddressStateChanged;
import org.handrail.contract.consents.AddressStateChanged.State;
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

    private static AddressStateChanged address(int version, State state, Instant since) {
        return new AddressStateChanged(CLIENT, version, state, "read-back", since);
    }

    private String state() {
        return database.jdbc().sql("select address_version || ' ' || state from address_state where client_id = ?")
                .param(CLIENT).query(String.class).single();
    }
}
