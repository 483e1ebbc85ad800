package org.handrail.notifier.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.handrail.contract.Purpose.FOLLOW_UP;
import static org.handrail.notifier.testing.TestLedger.NOW;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.handrail.contract.deliveries.DeliveryChanged;
import org.handrail.contract.reminders.ReminderDue;
import org.handrail.notifier.delivery.DomainPace.Limits;
import org.handrail.notifier.delivery.SendingLoop;
import org.handrail.notifier.delivery.jdbc.TestSender;
import org.handrail.notifier.testing.Given;
import org.handrail.notifier.testing.PlainRendering;
import org.handrail.notifier.testing.TestLedger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The whole way from the ledger to two providers that refuse, stall, drop at any byte, put off, and lie: nothing is
 * lost, nothing is doubled, and what nobody knows is at most one mail a connection that went wrong.
 */
class HostileProvidersTest {

    private static final int REMINDERS = 120;
    private static final int CONNECTIONS = 3;
    private static TestLedger ledger;

    @BeforeAll
    static void start() {
        ledger = new TestLedger("HostileProvidersTest");
    }

    @AfterAll
    static void stop() {
        ledger.close();
    }

    @BeforeEach
    void empty() {
        ledger.empty();
    }

    @ParameterizedTest
    @CsvSource({"1, true", "2, false", "3, true"})
    void losesAndDoublesNothing(long seed, boolean pipelining) throws Exception {
        List<UUID> reminders = due();
        AtomicLong nanos = new AtomicLong();
        String query = "?timeout=3&connections=" + CONNECTIONS;
        try (HostileSmtpServer first = new HostileSmtpServer(seed, pipelining);
                HostileSmtpServer second = new HostileSmtpServer(seed + 100, true);
                AngusMailer preferred = Mailers.to(first.url(query));
                AngusMailer other = Mailers.to(second.url(query))) {
            TestSender sender = new TestSender(ledger, "here", Limits.NONE, nanos::get);
            SendingLoop loop = sender.loop(sender.rounds(), new PlainRendering(), preferred, other);
            loop.start();
            try {
                await().atMost(Duration.ofSeconds(90)).pollInterval(Duration.ofMillis(20)).until(() -> {
                    assertThat(ledger.count("SENDING")).isLessThanOrEqualTo(CONNECTIONS);
                    ledger.clock.advance(Duration.ofSeconds(20));
                    nanos.addAndGet(Duration.ofSeconds(20).toNanos());
                    loop.look();
                    return ledger.count("QUEUED") + ledger.count("SENDING") == 0;
                });
            } finally {
                assertThat(loop.stop(Duration.ofSeconds(20))).isTrue();
            }
            judge(reminders, first, second);
        }
    }

    private static void judge(List<UUID> reminders, HostileSmtpServer first, HostileSmtpServer second) {
        Map<UUID, String> states = ledger.jdbc.query("select id, state, reason from delivery", (row, n) ->
                Map.entry(row.getObject("id", UUID.class), row.getString("state") + " " + row.getString("reason")))
                .stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        for (UUID reminder : reminders) {
            int taken = times(reminder, first.taken, second.taken);
            int promised = times(reminder, first.thrownAway, second.thrownAway);
            String state = states.get(reminder);
            if (state.startsWith("SENT")) {
                assertThat(taken + promised).as(state).isEqualTo(1);
            } else if (state.startsWith("UNKNOWN")) {
                assertThat(taken + promised).as(state).isLessThanOrEqualTo(1);
            } else {
                assertThat(state).startsWith("SKIPPED deadline-passed");
                assertThat(taken + promised).as(state).isZero();
            }
        }
        assertThat(ledger.count("UNKNOWN")).isLessThanOrEqualTo(first.risky() + second.risky());
        assertThat(ledger.count("SENT")).isGreaterThan(REMINDERS / 2);
        assertThat(second.taken).isNotEmpty();
        assertThat(told(reminders)).hasSize(REMINDERS).doesNotHaveDuplicates();
    }

    private static int times(UUID reminder, List<String> one, List<String> other) {
        return Collections.frequency(one, reminder.toString()) + Collections.frequency(other, reminder.toString());
    }

    private static List<UUID> told(List<UUID> reminders) {
        return ledger.facts.of(DeliveryChanged.class).stream().map(DeliveryChanged::reminderId)
                .filter(reminders::contains).toList();
    }

    private static List<UUID> due() {
        List<UUID> clients = Stream.generate(UUID::randomUUID).limit(REMINDERS).toList();
        List<ReminderDue> reminders = clients.stream().map(client -> Given.reminder(client, FOLLOW_UP,
                "inquiry-check-in", null, 0, NOW, NOW.plus(Duration.ofHours(9)))).toList();
        ledger.inTransaction(() -> {
            ledger.contacts.keep(clients.stream().map(Given::contact).toList());
            ledger.addresses.readBack(clients.stream().map(client -> Given.readBack(client, 1)).toList(), NOW);
            ledger.consents.enter(clients.stream().map(client -> Given.consent(client, FOLLOW_UP, NOW)).toList(),
                    List.of());
            ledger.queue.take(reminders, List.of());
        });
        return reminders.stream().map(ReminderDue::reminderId).toList();
    }
}
