package org.handrail.followup.client.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.handrail.contract.HowGiven;
import org.handrail.contract.Language;
import org.handrail.contract.Purpose;
import org.handrail.contract.consents.AddressStateChanged;
import org.handrail.contract.consents.PreferenceChanged;
import org.handrail.contract.contacts.ContactChanged;
import org.handrail.contract.intake.StopRequested;
import org.handrail.followup.FollowupDatabase;
import org.handrail.followup.OwnThreads;
import org.junit.jupiter.api.Test;

/** The summary says what the three tables say, whoever writes them and in whatever order. */
class ReachRowsTest {

    private static final UUID CLIENT = UUID.fromString("0190a000-0000-7000-8000-000000000001");
    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant SUMMER = Instant.parse("2026-07-01T00:00:00Z");

    private final FollowupDatabase database = new FollowupDatabase();
    private final JdbcClients clients = new JdbcClients(database.jdbc());

    @Test
    void saysWhatTheThreeSay() {
        clients.preferencesChanged(List.of(preference(1, PreferenceChanged.State.IN_FORCE, SUMMER)));
        assertThat(reach()).isEqualTo("unknown, zone null, address null, follow-up IN_FORCE until 2026-07-01, receipts null");

        contact(1, 1, "robin@example.net", "America/Denver");
        clients.addressesChanged(List.of(address(1, AddressStateChanged.State.CONFIRMED)));

        assertThat(reach()).isEqualTo(
                "known with address, zone America/Denver, address CONFIRMED, follow-up IN_FORCE until 2026-07-01, receipts null");
    }

    @Test
    void knowsNothingOfAnAddressThatHasChanged() {
        contact(1, 1, "robin@example.net", "America/Denver");
        clients.addressesChanged(List.of(address(1, AddressStateChanged.State.SUPPRESSED)));

        contact(2, 2, "robin@example.org", "America/Denver");

        assertThat(reach()).startsWith("known with address, zone America/Denver, address null");
    }

    @Test
    void knowsAStopAtOnce() {
        clients.preferencesChanged(List.of(preference(1, PreferenceChanged.State.IN_FORCE, SUMMER)));

        clients.stopsRequested(List.of(new StopRequested(CLIENT, UUID.randomUUID(),
                Set.of(Purpose.FOLLOW_UP, Purpose.RECEIPTS), HowGiven.SPOKEN, "test", NINE.plusSeconds(60))));

        assertThat(reach()).endsWith("follow-up WITHDRAWN until null, receipts WITHDRAWN");
    }

    @Test
    void forgetsThePersonWithTheRest() {
        contact(1, 1, "robin@example.net", "America/Denver");

        clients.forget(List.of(CLIENT));

        assertThat(database.jdbc().sql("select count(*) from reach").query(Integer.class).single()).isZero();
    }

    /** Each sees its own change and not the other's when it begins. */
    @Test
    void missesNeitherOfTwoChangesAtOnce() throws Exception {
        contact(1, 1, "robin@example.net", "America/Denver");
        CountDownLatch withdrawn = new CountDownLatch(1);
        CountDownLatch others = new CountDownLatch(1);
        CompletableFuture<Void> stop = CompletableFuture.runAsync(() -> database.inTransaction(() -> {
            clients.preferencesChanged(List.of(preference(1, PreferenceChanged.State.WITHDRAWN, null)));
            withdrawn.countDown();
            await(others);
        }), OwnThreads.EACH);
        await(withdrawn);
        CompletableFuture<Void> move = CompletableFuture.runAsync(() ->
                database.inTransaction(() -> contact(2, 1, "robin@example.net", "America/Chicago")),
                OwnThreads.EACH);
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> database.jdbc().sql(
                "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()")
                .query(Integer.class).single() > 0);

        others.countDown();
        CompletableFuture.allOf(stop, move).get(20, TimeUnit.SECONDS);

        assertThat(reach()).isEqualTo(
                "known with address, zone America/Chicago, address null, follow-up WITHDRAWN until null, receipts null");
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private String reach() {
        return database.jdbc().sql("""
                        select (case when known then 'known' else 'unknown' end) || (case when given then ' with address'
                            else '' end) || ', zone ' || coalesce(zone, 'null')
                            || ', address ' || coalesce(address_state, 'null')
                            || ', follow-up ' || coalesce(follow_up_state, 'null')
                            || ' until ' || coalesce((follow_up_until at time zone 'UTC')::date::text, 'null')
                            || ', receipts ' || coalesce(receipts_state, 'null')
                        from reach where client_id = ?""")
                .param(CLIENT).query(String.class).single();
    }

    private void contact(int version, int addressVersion, String email, String zone) {
        clients.contactsChanged(List.of(new ContactChanged(CLIENT, version, false, "Robin",
                "Example", email, addressVersion, null, Language.EN, zone, "main", List.of())), NINE);
    }

    private static PreferenceChanged preference(long version, PreferenceChanged.State state, Instant until) {
        return new PreferenceChanged(CLIENT, version, Purpose.FOLLOW_UP, state, HowGiven.SPOKEN, NINE, until);
    }

    private static AddressStateChanged address(int version, AddressStateChanged.State state) {
        return new AddressStateChanged(CLIENT, version, state, "read-back", NINE);
    }
}
