package org.handrail.notifier.newaddress.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.notifier.testing.TestLedger.NOW;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.handrail.contract.Language;
import org.handrail.contract.Purpose;
import org.handrail.contract.consents.AddressStateChanged;
import org.handrail.notifier.address.Addresses.Suppression;
import org.handrail.notifier.contact.jdbc.ContactPersonalData;
import org.handrail.notifier.delivery.Claimed;
import org.handrail.notifier.delivery.Rounds;
import org.handrail.notifier.delivery.Settlement;
import org.handrail.notifier.delivery.State;
import org.handrail.notifier.delivery.jdbc.TestSender;
import org.handrail.notifier.link.ClientLink;
import org.handrail.notifier.link.FixedLinkKeys;
import org.handrail.notifier.link.LinkTokens;
import org.handrail.notifier.newaddress.AddressWish;
import org.handrail.notifier.newaddress.AddressWishes;
import org.handrail.notifier.newaddress.AddressWishes.Confirmed;
import org.handrail.notifier.newaddress.MailAddress;
import org.handrail.notifier.newaddress.NewAddressLine.Answer;
import org.handrail.notifier.template.RenderedMail;
import org.handrail.notifier.testing.Given;
import org.handrail.notifier.testing.TestLedger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JdbcAddressWishesTest {

    private static final Pattern PAGE = Pattern.compile("https://m\\.example/n/([A-Za-z0-9_-]+)");
    private static TestLedger ledger;

    private final LinkTokens tokens = new LinkTokens(new FixedLinkKeys());
    private final UUID client = UUID.randomUUID();
    private final List<RenderedMail> sent = new ArrayList<>();
    private final List<AddressWish> told = new ArrayList<>();
    private Answer answer = new Answer.Taken(2);
    private final AddressWishes wishes = TestWishes.of(ledger, wish -> {
        told.add(wish);
        return answer;
    });
    private final Rounds rounds = new TestSender(ledger, "here").writing(TestWishes.letters()).rounds();

    @BeforeAll
    static void start() {
        ledger = new TestLedger("JdbcAddressWishesTest");
    }

    @AfterAll
    static void stop() {
        ledger.close();
    }

    @BeforeEach
    void aClientWhoGetsMail() {
        ledger.empty();
        known(client, "old@example.org");
    }

    @Test
    void changesNothingUntilTheOwnerConfirmedAndThenTellsTheFormerAddress() {
        ask("New@example.com");
        assertThat(told).isEmpty();
        assertThat(sent).singleElement().satisfies(mail -> {
            assertThat(mail.recipient()).isEqualTo("New@example.com");
            assertThat(mail.text() + mail.html()).doesNotContain("Robin", "old@", "/p/", "/s/", "/u/");
            assertThat(mail.unsubscribeUrl()).as("its own button reaches nothing of the client").contains("/n/");
        });

        assertThat(wishes.confirm(client, wish())).isEqualTo(Confirmed.MOVED);
        assertThat(wishes.confirm(client, wish())).as("said twice").isEqualTo(Confirmed.MOVED);
        wishes.resume();
        post();

        assertThat(told).singleElement().satisfies(wish -> assertThat(wish.addressVersion()).isEqualTo(1));
        assertThat(ledger.facts.of(AddressStateChanged.class)).last().satisfies(state -> {
            assertThat(state.addressVersion()).isEqualTo(2);
            assertThat(state.state()).isEqualTo(AddressStateChanged.State.CONFIRMED);
        });
        assertThat(sent).hasSize(2).last().satisfies(mail -> {
            assertThat(mail.recipient()).isEqualTo("old@example.org");
            assertThat(mail.text() + mail.html()).doesNotContainIgnoringCase("new@example.com");
        });
        wishes.resume();
        assertThat(ledger.jdbc.queryForList("select former_email from address_wish", String.class))
                .containsOnlyNulls();
    }

    @Test
    void keepsAConfirmationWhileIntakeIsAway() {
        ask("new@example.com");
        answer = new Answer.Silent();
        assertThat(wishes.confirm(client, wish())).isEqualTo(Confirmed.SOON);

        answer = new Answer.Taken(2);
        wishes.resume();
        assertThat(told).as("left alone for a while").hasSize(1);
        ledger.clock.advance(Duration.ofMinutes(1));
        wishes.resume();
        wishes.resume();

        assertThat(told).hasSize(2);
        assertThat(wishes.confirm(client, wish())).isEqualTo(Confirmed.MOVED);
    }

    @Test
    void endsWhenStaffChangedTheAddressMeanwhile() {
        ask("new@example.com");
        ask("second@example.com");
        assertThat(wishes.isOpen(client, wishOf(sent.get(0)))).as("a newer one takes its place").isFalse();
        answer = new Answer.Refused();
        assertThat(wishes.confirm(client, wish())).isEqualTo(Confirmed.OUTDATED);

        ask("third@example.com");
        ledger.inTransaction(() -> ledger.contacts.keep(List.of(Given.contact(client, 2, "staff@example.org", 2))));

        assertThat(wishes.isOpen(client, wish())).isFalse();
        assertThat(wishes.confirm(client, wish())).isEqualTo(Confirmed.OUTDATED);
        assertThat(told).hasSize(1);
        post();
        assertThat(sent).as("nobody was told of a change that was none").hasSize(3);
    }

    @Test
    void endsAfterThreeDaysAndByARefusal() {
        ask("new@example.com");
        ledger.clock.advance(AddressWishes.LIFE);
        assertThat(wishes.isOpen(client, wish())).isFalse();
        assertThat(wishes.confirm(client, wish())).isEqualTo(Confirmed.OUTDATED);

        ask("other@example.com");
        wishes.decline(client, wish());
        assertThat(wishes.confirm(client, wish())).isEqualTo(Confirmed.OUTDATED);
        int before = sent.size();
        ledger.clock.advance(Duration.ofDays(2));
        ask("Other@Example.com");
        assertThat(sent).as("its owner wants none of it").hasSize(before);
    }

    @Test
    void belongsToItsClientAlone() {
        ask("new@example.com");

        assertThat(wishes.isOpen(UUID.randomUUID(), wish())).isFalse();
        assertThat(wishes.confirm(UUID.randomUUID(), wish())).isEqualTo(Confirmed.OUTDATED);
        wishes.decline(UUID.randomUUID(), wish());
        assertThat(wishes.isOpen(client, wish())).isTrue();
        assertThat(tokens.open(tokenOf(sent.get(0)))).get().isInstanceOf(ClientLink.NewAddress.class);
    }

    @Test
    void isNoWayToBotherAnybody() {
        for (int i = 0; i < 6; i++) {
            ask("n" + i + "@example.com");
        }
        assertThat(sent).as("of one client").hasSize(AddressWishes.MOST_A_DAY_OF_A_CLIENT);

        sent.clear();
        for (int i = 0; i < 5; i++) {
            UUID other = UUID.randomUUID();
            known(other, "other" + i + "@example.org");
            wishes.ask(other, 1, new MailAddress("Victim" + (i % 2 == 0 ? "+" + i : "") + "@example.com"), Language.EN);
        }
        post();
        assertThat(sent).as("to one mailbox, however it is spelt").hasSize(AddressWishes.MOST_A_DAY_TO_AN_ADDRESS);
    }

    @Test
    void writesToNobodyWhoSaidStop() {
        UUID stopped = UUID.randomUUID();
        known(stopped, "stopped@example.com");
        stop(stopped);
        UUID complained = UUID.randomUUID();
        known(complained, "complained@example.com");
        ledger.inTransaction(() -> ledger.addresses.suppress(
                List.of(new Suppression(complained, 1, "complaint")), ledger.clock.instant()));

        ask("Stopped@example.com");
        ask("complained@example.com");
        stop(client);
        ask("new@example.com");

        assertThat(sent).isEmpty();
        assertThat(outcomes()).containsExactly("SKIPPED address-stopped", "SKIPPED address-suppressed",
                "SKIPPED consent-withdrawn");
    }

    @Test
    void takesBackWhatIsQueuedWhenTheClientStopsEverythingOrTheWishEnds() {
        wishes.ask(client, 1, new MailAddress("new@example.com"), Language.EN);
        ledger.inTransaction(() -> ledger.consents.enter(List.of(),
                List.of(Given.stop(client, NOW.plusSeconds(1), Purpose.FOLLOW_UP))));
        assertThat(outcomes()).as("reminders are in force still").containsExactly("QUEUED due");
        ledger.inTransaction(() -> ledger.consents.enter(List.of(),
                List.of(Given.stop(client, NOW.plusSeconds(1), Purpose.APPOINTMENT_REMINDERS))));
        assertThat(outcomes()).containsExactly("WITHDRAWN consent-withdrawn");

        ledger.empty();
        known(client, "old@example.org");
        wishes.ask(client, 1, new MailAddress("new@example.com"), Language.EN);
        wishes.ask(client, 1, new MailAddress("other@example.com"), Language.EN);
        post();
        assertThat(sent).extracting(RenderedMail::recipient).containsExactly("other@example.com");
        assertThat(outcomes()).containsExactly("SENT accepted", "WITHDRAWN address-change-over");
    }

    @Test
    void takesBackWhatIsQueuedWhenTheClientIsErased() {
        wishes.ask(client, 1, new MailAddress("new@example.com"), Language.EN);

        ledger.inTransaction(() -> ledger.contacts.forget(List.of(client)));
        post();

        assertThat(sent).isEmpty();
        assertThat(outcomes()).containsExactly("WITHDRAWN client-erased");
        assertThat(kept()).isZero();
    }

    @Test
    void tellsNoFormerAddressAfterAStopAndMovesAllTheSame() {
        ask("new@example.com");
        stop(client);

        assertThat(wishes.confirm(client, wish())).isEqualTo(Confirmed.MOVED);
        post();

        assertThat(sent).hasSize(1);
    }

    @Test
    void isOnlyForWhoeverReadsTheConfirmedAddress() {
        assertThat(wishes.mayAsk(client, 1)).isTrue();
        assertThat(wishes.mayAsk(client, 0)).as("of an older release").isFalse();
        wishes.ask(client, 2, new MailAddress("new@example.com"), Language.EN);
        UUID unconfirmed = UUID.randomUUID();
        ledger.inTransaction(() -> ledger.contacts.keep(List.of(Given.contact(unconfirmed))));
        wishes.ask(unconfirmed, 1, new MailAddress("new@example.com"), Language.EN);
        post();

        assertThat(sent).isEmpty();
    }

    @Test
    void goesWithItsClientAndWithTime() {
        ask("new@example.com");
        ledger.clock.advance(Duration.ofDays(8));
        wishes.resume();
        assertThat(kept()).isZero();

        ask("another@example.com");
        assertThat(new ContactPersonalData(ledger.jdbc).erase(client)).containsEntry("notifier.address-wish", 1);
        ask("a.third@example.com");
        assertThat(kept()).as("nobody there any more").isZero();
    }

    private void known(UUID who, String email) {
        ledger.inTransaction(() -> {
            ledger.contacts.keep(List.of(Given.contact(who, 1, email, 1)));
            ledger.addresses.readBack(List.of(Given.readBack(who, 1)), NOW);
            ledger.consents.enter(List.of(Given.consent(who, Purpose.APPOINTMENT_REMINDERS, NOW)), List.of());
        });
    }

    private void stop(UUID who) {
        ledger.inTransaction(() -> ledger.consents.enter(List.of(),
                List.of(Given.stop(who, ledger.clock.instant().plusSeconds(1), Purpose.values()))));
    }

    private void ask(String address) {
        wishes.ask(client, 1, MailAddress.read(address).orElseThrow(), Language.EN);
        post();
    }

    /** Hands over whatever the last look lets go. */
    private void post() {
        List<Settlement> done = new ArrayList<>();
        for (int round = 0; round < 6; round++) {
            List<Claimed> claimed = rounds.next(done, 5).claimed();
            claimed.forEach(one -> sent.add(one.mail()));
            done = claimed.stream().map(one ->
                    new Settlement(one, State.SENT, "accepted", null, true, false, Set.of())).toList();
        }
        assertThat(done).isEmpty();
    }

    private List<String> outcomes() {
        return ledger.jdbc.queryForList("select state || ' ' || reason from delivery order by 1", String.class);
    }

    private UUID wish() {
        return sent.stream().filter(mail -> mail.unsubscribeUrl().contains("/n/")).reduce((one, other) -> other)
                .map(this::wishOf).orElseThrow();
    }

    private UUID wishOf(RenderedMail mail) {
        return ((ClientLink.NewAddress) tokens.open(tokenOf(mail)).orElseThrow()).wishId();
    }

    private static String tokenOf(RenderedMail mail) {
        Matcher page = PAGE.matcher(mail.text());
        assertThat(page.find()).isTrue();
        return page.group(1);
    }

    private long kept() {
        return ledger.jdbc.queryForObject("select count(*) from address_wish", Long.class);
    }
}
