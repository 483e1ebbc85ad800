package org.handrail.notifier.delivery.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.handrail.contract.Purpose.FOLLOW_UP;
import static org.handrail.notifier.testing.TestLedger.NOW;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.awaitility.core.ConditionFactory;
import org.handrail.contract.consents.AddressStateChanged;
import org.handrail.contract.deliveries.DeliveryChanged;
import org.handrail.contract.reminders.ReminderDue;
import org.handrail.notifier.delivery.DomainPace;
import org.handrail.notifier.delivery.Mailer.SendOutcome;
import org.handrail.notifier.delivery.Providers;
import org.handrail.notifier.delivery.Rounds;
import org.handrail.notifier.delivery.SendingLoop;
import org.handrail.notifier.delivery.Settlement;
import org.handrail.notifier.operator.OperatorAlerts.Alert;
import org.handrail.notifier.template.Rendering;
import org.handrail.notifier.testing.Given;
import org.handrail.notifier.testing.PlainRendering;
import org.handrail.notifier.testing.ScriptedMailer;
import org.handrail.notifier.testing.TestLedger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SendingLoopTest {

    private static final Rendering PLAIN = new PlainRendering();
    private static TestLedger ledger;

    private final List<SendingLoop> loops = new ArrayList<>();
    private final List<CountDownLatch> held = new ArrayList<>();

    @BeforeAll
    static void start() {
        ledger = new TestLedger("SendingLoopTest");
    }

    @AfterAll
    static void stop() {
        ledger.close();
    }

    @BeforeEach
    void empty() {
        ledger.empty();
    }

    @AfterEach
    void stopLoops() {
        held.forEach(CountDownLatch::countDown);
        loops.forEach(loop -> loop.stop(Duration.ofSeconds(5)));
    }

    @Test
    void severalInstancesSendEachReminderOnce() {
        List<ReminderDue> reminders = due(300);
        ScriptedMailer mailer = new ScriptedMailer(4);

        run(mailer, "one");
        run(mailer, "two");

        eventually().untilAsserted(() -> assertThat(ledger.count("SENT")).isEqualTo(300));
        assertThat(reminders).allSatisfy(it -> assertThat(mailer.accepted(it.reminderId())).isEqualTo(1));
        assertThat(told(DeliveryChanged.State.SENT, reminders)).isEqualTo(300);
    }

    @Test
    void retriesLaterWithinTheDeadline() {
        ReminderDue reminder = due(1).get(0);
        ScriptedMailer mailer = new ScriptedMailer(1).doing(mail -> new SendOutcome.TryLater("4.2.2"));
        run(mailer, "here");
        eventually().until(() -> ledger.stateOf(reminder.reminderId()).equals("QUEUED smtp-4.2.2"));

        mailer.doing(mail -> new SendOutcome.Accepted());
        ledger.clock.advance(Duration.ofMinutes(2));

        eventually().until(() -> ledger.stateOf(reminder.reminderId()).equals("SENT accepted"));
        assertThat(mailer.attempts()).hasSize(2);
    }

    @Test
    void givesUpAtTheDeadline() {
        ReminderDue reminder = due(1, Duration.ofSeconds(30)).get(0);
        run(new ScriptedMailer(1).doing(mail -> new SendOutcome.TryLater("4.2.2")), "here");

        eventually().until(() -> ledger.stateOf(reminder.reminderId()).equals("SKIPPED deadline-passed"));
    }

    @Test
    void suppressesAnAddressThatIsRefusedForGood() {
        ReminderDue reminder = due(1).get(0);
        run(new ScriptedMailer(1).doing(mail -> new SendOutcome.Refused("5.1.1", true, false)), "here");

        eventually().until(() -> ledger.stateOf(reminder.reminderId()).equals("REFUSED smtp-5.1.1"));
        assertThat(ledger.facts.of(AddressStateChanged.class))
                .filteredOn(it -> it.clientId().equals(reminder.clientId()))
                .last().satisfies(it -> {
                    assertThat(it.state()).isEqualTo(AddressStateChanged.State.SUPPRESSED);
                    assertThat(it.reason()).isEqualTo("smtp-5.1.1");
                });
    }

    @Test
    void alertsOperatorsOfOurOwnFaultsAndSilencesNobody() {
        ReminderDue reminder = due(1).get(0);
        run(new ScriptedMailer(1).doing(mail -> new SendOutcome.Refused("5.7.1", false, true)), "here");

        eventually().until(() -> ledger.stateOf(reminder.reminderId()).equals("QUEUED smtp-5.7.1"));
        assertThat(ledger.alerts.since(NOW)).extracting(Alert::code).containsExactly("smtp-5.7.1");
        assertThat(ledger.jdbc.queryForObject("select count(*) from address where suppressed_at is not null",
                Long.class)).isZero();
    }

    @Test
    void holdsBackAMessageThatCannotBeMade() {
        ReminderDue reminder = due(1).get(0);
        TestSender sender = new TestSender(ledger, "here");
        start(sender, sender.rounds(), mail -> {
            throw new Rendering.TemplateFault("revealing-word");
        }, new ScriptedMailer(1));

        eventually().until(() -> ledger.stateOf(reminder.reminderId()).equals("SKIPPED revealing-word"));
        assertThat(ledger.alerts.since(NOW)).extracting(Alert::code).containsExactly("revealing-word");
    }

    @Test
    void doesNotSendAgainWhatMayHaveGone() {
        ReminderDue reminder = due(1).get(0);
        ScriptedMailer mailer = new ScriptedMailer(1);
        mailer.doing(mail -> {
            mailer.accept(mail);
            throw new IllegalStateException("the mailer broke after the server had taken it");
        });
        run(mailer, "here");

        eventually().until(() -> ledger.stateOf(reminder.reminderId()).equals("UNKNOWN mailer-fault"));
        assertThat(mailer.accepted(reminder.reminderId())).isEqualTo(1);
    }

    @Test
    void survivesADatabaseThatFailsBeforeOrAfterAnyCommit() {
        List<ReminderDue> reminders = due(60);
        ScriptedMailer mailer = new ScriptedMailer(4);
        TestSender sender = new TestSender(ledger, "here");

        start(sender, new Faltering(sender.rounds()), PLAIN, mailer);

        eventually().untilAsserted(() -> assertThat(ledger.count("SENT")).isEqualTo(60));
        assertThat(reminders).allSatisfy(it -> assertThat(mailer.accepted(it.reminderId())).isEqualTo(1));
        assertThat(told(DeliveryChanged.State.SENT, reminders)).isEqualTo(60);
    }

    @Test
    void leavesAtMostOneUnknownAConnectionWhenItDies() {
        int connections = 4;
        List<ReminderDue> reminders = due(200);
        TestSender first = new TestSender(ledger, "same-place");
        first.presence.appear();
        ScriptedMailer mailer = new ScriptedMailer(connections);
        AtomicInteger taken = new AtomicInteger();
        CountDownLatch dead = hold();
        mailer.doing(mail -> {
            if (taken.incrementAndGet() > 50) {
                mailer.accept(mail);
                waitFor(dead);
                return new SendOutcome.Unknown("never");
            }
            return new SendOutcome.Accepted();
        });
        SendingLoop dying = start(first, first.rounds(), PLAIN, mailer);
        // one that is claimed and not yet in the mailer's hands would be given back
        eventually().until(() -> taken.get() == 50 + connections && ledger.count("SENT") == 50);
        dying.stop(Duration.ofMillis(1));

        TestSender second = new TestSender(ledger, "same-place");
        second.presence.appear();
        assertThat(second.presence.takeOver()).isEqualTo(connections);
        ScriptedMailer after = new ScriptedMailer(connections);
        start(second, second.rounds(), PLAIN, after);

        eventually().untilAsserted(() -> assertThat(ledger.count("SENT")).isEqualTo(200 - connections));
        assertThat(ledger.count("UNKNOWN")).isEqualTo(connections);
        assertThat(after.attempts()).doesNotContainAnyElementsOf(mailer.attempts());
        assertThat(told(DeliveryChanged.State.UNKNOWN, reminders)).isEqualTo(connections);
    }

    @Test
    void leavesTheWorkOfALivingNeighbourAlone() {
        due(3);
        TestSender neighbour = new TestSender(ledger, "next-door");
        neighbour.presence.appear();
        CountDownLatch slow = hold();
        start(neighbour, neighbour.rounds(), PLAIN, new ScriptedMailer(3).doing(mail -> {
            waitFor(slow);
            return new SendOutcome.Accepted();
        }));
        eventually().until(() -> ledger.count("SENDING") == 3);

        TestSender here = new TestSender(ledger, "here");
        here.presence.appear();

        assertThat(here.presence.takeOver()).isZero();
        slow.countDown();
        eventually().until(() -> ledger.count("SENT") == 3);
    }

    @Test
    void learnsAfterAllWhatBecameOfAnUnknown() {
        ReminderDue reminder = due(1).get(0);
        TestSender thoughtDead = new TestSender(ledger, "here");
        CountDownLatch slow = hold();
        start(thoughtDead, thoughtDead.rounds(), PLAIN, new ScriptedMailer(1).doing(mail -> {
            waitFor(slow);
            return new SendOutcome.Accepted();
        }));
        eventually().until(() -> ledger.count("SENDING") == 1);
        assertThat(new TestSender(ledger, "there").presence.takeOver()).isEqualTo(1);

        slow.countDown();

        eventually().until(() -> ledger.stateOf(reminder.reminderId()).equals("SENT accepted"));
    }

    @Test
    void doesNotBurnTheQueueOnADeadServer() {
        due(50);
        ScriptedMailer mailer = new ScriptedMailer(4).doing(mail -> new SendOutcome.TryLater("no-connection"));
        TestSender sender = new TestSender(ledger, "here");
        Providers providers = sender.providers(mailer);
        SendingLoop loop = sender.loop(sender.rounds(), PLAIN, providers);
        loops.add(loop);
        loop.start();

        eventually().until(() -> providers.isOpen(1));
        eventually().until(() -> ledger.count("SENDING") == 0);
        assertThat(ledger.jdbc.queryForObject("select count(*) from delivery where attempts > 0", Long.class))
                .isLessThan(12);
    }

    @Test
    void putsOffADomainThatThrottlesWithoutHoldingUpOthers() {
        List<ReminderDue> throttled = due(60, Duration.ofHours(6), "throttles.example");
        List<ReminderDue> others = due(60, Duration.ofHours(6), "works.example");
        ScriptedMailer mailer = new ScriptedMailer(4);
        AtomicInteger asked = new AtomicInteger();
        mailer.doing(mail -> mail.recipient().endsWith("@throttles.example") && asked.incrementAndGet() <= 12
                ? new SendOutcome.TryLater("4.7.28") : new SendOutcome.Accepted());
        AtomicLong nanos = new AtomicLong();
        TestSender sender = new TestSender(ledger, "here", DomainPace.Limits.NONE, nanos::get);
        SendingLoop loop = sender.loop(sender.rounds(), PLAIN, mailer);
        loops.add(loop);
        loop.start();

        eventually().until(() -> ledger.count("SENT") >= 60);
        assertThat(others).allSatisfy(it -> assertThat(mailer.accepted(it.reminderId())).isEqualTo(1));
        assertThat(asked.get()).isLessThanOrEqualTo(4);
        eventually().until(() -> ledger.jdbc.queryForObject(
                "select count(*) from delivery where reason = 'domain-throttles' and attempts = 0", Long.class) >= 56);

        // as time passes by both clocks it is asked again now and then, and in the end takes them all
        eventually().until(() -> {
            ledger.clock.advance(Duration.ofSeconds(10));
            nanos.addAndGet(Duration.ofSeconds(10).toNanos());
            return ledger.count("SENT") == 120;
        });
        assertThat(throttled).allSatisfy(it -> assertThat(mailer.accepted(it.reminderId())).isEqualTo(1));
    }

    @Test
    void takesTheSecondProviderWhileTheFirstIsAwayAndComesBack() {
        due(40);
        ScriptedMailer first = new ScriptedMailer(4).doing(mail -> new SendOutcome.Refused("5.7.8", false, true));
        ScriptedMailer second = new ScriptedMailer(4);
        AtomicLong nanos = new AtomicLong();
        TestSender sender = new TestSender(ledger, "here", DomainPace.Limits.NONE, nanos::get);
        Providers providers = sender.providers(first, second);
        SendingLoop loop = sender.loop(sender.rounds(), PLAIN, providers);
        loops.add(loop);
        loop.start();

        eventually().until(() -> ledger.count("SENT") == 40);
        assertThat(first.attempts().size()).isLessThanOrEqualTo(4 + 3);
        assertThat(ledger.jdbc.queryForList("select distinct reason || attempts from delivery", String.class))
                .containsExactly("accepted-by-21");
        assertThat(ledger.alerts.since(NOW)).extracting(Alert::code)
                .containsExactlyInAnyOrder("provider-1-away", "provider-1-smtp-5.7.8");

        first.doing(mail -> new SendOutcome.Accepted());
        nanos.addAndGet(Duration.ofMinutes(1).toNanos());
        due(20);
        eventually().until(() -> ledger.count("SENT") == 60);
        // a few go by the second while the probe is on its way
        assertThat(first.accepted().size()).isGreaterThan(10);
        assertThat(providers.inUse()).isEqualTo(1);
    }

    @Test
    void stopsUnderLoadWithoutLeavingAnythingUnknown() {
        List<ReminderDue> reminders = due(400);
        ScriptedMailer mailer = new ScriptedMailer(4);
        SendingLoop loop = run(mailer, "here");
        eventually().until(() -> ledger.count("SENT") > 20);

        assertThat(loop.stop(Duration.ofSeconds(10))).isTrue();

        assertThat(ledger.count("SENDING")).isZero();
        assertThat(ledger.count("SENT")).isEqualTo(mailer.accepted().size()).isLessThan(400);
        assertThat(ledger.count("SENT") + ledger.count("QUEUED")).isEqualTo(reminders.size());
    }

    private SendingLoop run(ScriptedMailer mailer, String name) {
        TestSender sender = new TestSender(ledger, name);
        return start(sender, sender.rounds(), PLAIN, mailer);
    }

    private SendingLoop start(TestSender sender, Rounds rounds, Rendering rendering, ScriptedMailer mailer) {
        SendingLoop loop = sender.loop(rounds, rendering, mailer);
        loops.add(loop);
        loop.start();
        return loop;
    }

    /** Looks as the timer does. */
    private ConditionFactory eventually() {
        return await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(50))
                .conditionEvaluationListener(condition -> loops.forEach(SendingLoop::look));
    }

    private CountDownLatch hold() {
        CountDownLatch latch = new CountDownLatch(1);
        held.add(latch);
        return latch;
    }

    /** As a server that doesn't answer: whoever waits can't be talked out of it. */
    private static void waitFor(CountDownLatch latch) {
        boolean interrupted = false;
        while (latch.getCount() > 0) {
            try {
                latch.await();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<ReminderDue> due(int count) {
        return due(count, Duration.ofDays(2));
    }

    private static List<ReminderDue> due(int count, Duration deadline) {
        return due(count, deadline, "example.org");
    }

    private static List<ReminderDue> due(int count, Duration deadline, String domain) {
        List<UUID> clients = Stream.generate(UUID::randomUUID).limit(count).toList();
        List<ReminderDue> reminders = clients.stream().map(client -> Given.reminder(client, FOLLOW_UP,
                "inquiry-check-in", null, 0, NOW, NOW.plus(deadline))).toList();
        ledger.inTransaction(() -> {
            ledger.contacts.keep(clients.stream()
                    .map(client -> Given.contact(client, 1, client + "@" + domain, 1)).toList());
            ledger.addresses.readBack(clients.stream().map(client -> Given.readBack(client, 1)).toList(), NOW);
            ledger.consents.enter(clients.stream().map(client -> Given.consent(client, FOLLOW_UP, NOW)).toList(),
                    List.of());
            ledger.queue.take(reminders, List.of());
        });
        return reminders;
    }

    private static long told(DeliveryChanged.State state, List<ReminderDue> reminders) {
        Set<UUID> ids = Set.copyOf(reminders.stream().map(ReminderDue::reminderId).toList());
        return ledger.facts.of(DeliveryChanged.class).stream()
                .filter(it -> it.state() == state && ids.contains(it.reminderId())).count();
    }

    /** Fails in turn before the transaction, and after its commit with the answer lost. */
    private record Faltering(Rounds rounds, AtomicInteger calls) implements Rounds {

        Faltering(Rounds rounds) {
            this(rounds, new AtomicInteger());
        }

        @Override
        public Round next(Collection<Settlement> finished, int wanted) {
            int call = calls.incrementAndGet();
            if (call % 5 == 2) {
                throw new IllegalStateException("connection refused");
            }
            Round round = rounds.next(finished, wanted);
            if (call % 5 == 4) {
                throw new IllegalStateException("the answer to the commit was lost");
            }
            return round;
        }

        @Override
        public void giveBackAllBut(Set<UUID> known) {
            rounds.giveBackAllBut(known);
        }
    }
}
