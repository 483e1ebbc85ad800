package org.handrail.notifier.consent.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.contract.Purpose.FOLLOW_UP;
import static org.handrail.notifier.testing.TestLedger.NOW;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.handrail.contract.AppointmentStatus;
import org.handrail.contract.Event;
import org.handrail.contract.EventType;
import org.handrail.contract.HowGiven;
import org.handrail.contract.Language;
import org.handrail.contract.consents.AddressStateChanged;
import org.handrail.contract.intake.ConsentRecorded;
import org.handrail.contract.reminders.ReminderDue;
import org.handrail.messaging.Received;
import org.handrail.notifier.contact.camel.ContactRoutes;
import org.handrail.notifier.contact.camel.FollowingContacts;
import org.handrail.notifier.delivery.camel.QueueRoutes;
import org.handrail.notifier.testing.Given;
import org.handrail.notifier.testing.TestLedger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The routes as they ship, fed directly instead of by Kafka, onto the real tables. */
class RoutesTest {

    private static TestLedger ledger;
    private static CamelContext camel;

    private final UUID client = UUID.randomUUID();

    @BeforeAll
    static void start() throws Exception {
        ledger = new TestLedger("RoutesTest");
        camel = new DefaultCamelContext();
        camel.addRoutes(new IntakeRoutes("direct:intake", new TakingIntake(ledger.consents, ledger.addresses,
                ledger.appointments, clients -> { }, ledger.clock)));
        camel.addRoutes(new ContactRoutes("direct:contacts", new FollowingContacts(ledger.contacts)));
        camel.addRoutes(new QueueRoutes("direct:reminders", ledger.queue));
        camel.start();
    }

    @AfterAll
    static void stop() {
        camel.stop();
        ledger.close();
    }

    @Test
    void recordsWhateverOneBatchOfTheIntakeTopicHolds() {
        UUID appointment = UUID.randomUUID();

        receive("direct:intake", Given.stop(client, NOW.plusSeconds(2), FOLLOW_UP), Given.readBack(client, 1),
                Given.appointment(client, appointment, 2, AppointmentStatus.CANCELLED, NOW),
                Given.appointment(client, appointment, 1, AppointmentStatus.BOOKED, NOW),
                Given.consent(client, FOLLOW_UP, NOW.plusSeconds(1)));

        assertThat(column("select state from consent where client_id = ?")).containsExactly("WITHDRAWN");
        assertThat(column("select status from appointment where client_id = ?")).containsExactly("CANCELLED");
        assertThat(column("select confirmed_how from address where client_id = ?")).containsExactly("read-back");
    }

    @Test
    void takesAReadBackThatOvertookItsContact() {
        receive("direct:intake", Given.readBack(client, 1));
        receive("direct:contacts", Given.contact(client));

        assertThat(addressStates()).last().isEqualTo(AddressStateChanged.State.CONFIRMED);
    }

    @Test
    void startsAnewWithEachNewAddressAndIgnoresReadBacksOfTheOldOne() {
        receive("direct:contacts", Given.contact(client), Given.contact(client, 2, "new@example.org", 2));
        receive("direct:intake", Given.readBack(client, 1));

        assertThat(addressStates()).containsExactly(AddressStateChanged.State.UNCONFIRMED);
        assertThat(column("select confirmed_how from address where client_id = ?")).isEmpty();
    }

    @Test
    void keepsTheNewestDetailsInWhateverOrderTheyCome() {
        receive("direct:contacts", Given.contact(client, 3, "three@example.org", 2));
        receive("direct:contacts", Given.contact(client, 2, "two@example.org", 1));

        assertThat(column("select email from contact where client_id = ?")).containsExactly("three@example.org");
    }

    @Test
    void forgetsWhoeverATombstoneNamesAndNobodyWhoCameBackAfterIt() {
        UUID back = UUID.randomUUID();
        ReminderDue queued = Given.followUp(client);
        receive("direct:contacts", Given.contact(client));
        receive("direct:reminders", queued);

        deliver("direct:contacts", List.of(received(Given.contact(back)), tombstone(client), tombstone(back),
                received(Given.contact(back, 2, "again@example.org", 2))));

        assertThat(column("select email from contact where client_id = ?")).isEmpty();
        assertThat(ledger.stateOf(queued.reminderId())).isEqualTo("WITHDRAWN client-erased");
        assertThat(ledger.jdbc.queryForList("select email from contact where client_id = ?", String.class, back))
                .containsExactly("again@example.org");
    }

    @Test
    void queuesABatchOfRemindersOnce() {
        List<ReminderDue> many = Stream.generate(() -> Given.followUp(client)).limit(700).toList();

        receive("direct:reminders", many.toArray(Event[]::new));
        receive("direct:reminders", many.toArray(Event[]::new));

        assertThat(column("select state from delivery where client_id = ?")).hasSize(700).containsOnly("QUEUED");
    }

    @Test
    void tellsOfConsentsWhoseTimeIsOver() throws Exception {
        camel.addRoutes(new ExpiringRoutes("direct:tick", ledger.consents, ledger.transaction));
        ConsentRecorded until = new ConsentRecorded(client, UUID.randomUUID(), FOLLOW_UP, "web-form/3", Language.EN,
                HowGiven.WEB_FORM, "web", true, NOW, NOW.plusSeconds(60));
        receive("direct:intake", until);
        assertThat(column("select state from consent where client_id = ?")).containsExactly("IN_FORCE");

        ledger.clock.set(NOW.plusSeconds(60));
        camel.createProducerTemplate().sendBody("direct:tick", null);
        ledger.clock.set(NOW);

        assertThat(column("select state from consent where client_id = ?")).containsExactly("EXPIRED");
    }

    private void receive(String route, Event... events) {
        deliver(route, Arrays.stream(events).map(RoutesTest::received).toList());
    }

    private static void deliver(String route, List<Received> facts) {
        ledger.inTransaction(() -> camel.createProducerTemplate().sendBody(route, facts));
    }

    private static Received received(Event event) {
        return new Received(UUID.randomUUID(), EventType.of(event), event.clientId(), event, NOW);
    }

    private static Received tombstone(UUID client) {
        return new Received(UUID.randomUUID(), EventType.CONTACT_CHANGED, client, null, NOW);
    }

    private List<String> column(String query) {
        return ledger.jdbc.queryForList(query, String.class, client);
    }

    private List<AddressStateChanged.State> addressStates() {
        return ledger.facts.of(AddressStateChanged.class).stream().filter(it -> it.clientId().equals(client))
                .map(AddressStateChanged::state).toList();
    }
}
