package org.handrail.notifier.delivery.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.contract.Purpose.FOLLOW_UP;
import static org.handrail.notifier.testing.TestLedger.NOW;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.handrail.contract.reminders.ReminderDue;
import org.handrail.notifier.consent.Stops;
import org.handrail.notifier.consent.jdbc.TakingStops;
import org.handrail.notifier.delivery.Claimed;
import org.handrail.notifier.delivery.Rounds;
import org.handrail.notifier.testing.Given;
import org.handrail.notifier.testing.TestLedger;
import org.junit.jupiter.api.Test;

/**
 * Thousands of stops against claims, several of each at once, while the reminders they race for are still being
 * queued. A claim is timed before its transaction begins, a stop after its answer: no claim may begin after the answer
 * of a stop that concerns it.
 */
class StopRaceTest {

    private static final int CLIENTS = 4000;

    private final AtomicLong ticks = new AtomicLong();
    private final Map<UUID, Long> answered = new ConcurrentHashMap<>();
    private final Map<UUID, Long> claimed = new ConcurrentHashMap<>();

    @Test
    void noMailIsClaimedAfterItsStopWasAnswered() throws Exception {
        try (TestLedger ledger = new TestLedger("StopRaceTest")) {
            List<UUID> clients = Stream.generate(UUID::randomUUID).limit(CLIENTS).toList();
            reachable(ledger, clients);
            List<ReminderDue> reminders = clients.stream().map(Given::followUp).toList();
            AtomicBoolean queued = new AtomicBoolean();
            ExecutorService pool = Executors.newFixedThreadPool(7);
            try {
                List<Future<?>> work = new ArrayList<>();
                work.add(pool.submit(() -> queue(ledger, reminders, queued)));
                for (int i = 0; i < 3; i++) {
                    Rounds rounds = new TestSender(ledger, "racer-" + i).rounds();
                    work.add(pool.submit(() -> claim(ledger, rounds, queued)));
                }
                List<UUID> shuffled = new ArrayList<>(clients);
                Collections.shuffle(shuffled);
                ConcurrentLinkedQueue<UUID> toStop = new ConcurrentLinkedQueue<>(shuffled);
                for (int i = 0; i < 3; i++) {
                    work.add(pool.submit(() -> stop(ledger, toStop)));
                }
                for (Future<?> one : work) {
                    one.get();
                }
            } finally {
                pool.shutdownNow();
            }

            assertThat(answered).hasSize(CLIENTS);
            assertThat(claimed.keySet()).allSatisfy(client ->
                    assertThat(claimed.get(client)).isLessThan(answered.get(client)));
            assertThat(Set.copyOf(ledger.states())).isSubsetOf("SENDING", "WITHDRAWN", "SKIPPED");
            // the race was one: both won many times
            assertThat(claimed.size()).isBetween(CLIENTS / 50, CLIENTS - CLIENTS / 50);
        }
    }

    private static void reachable(TestLedger ledger, Collection<UUID> clients) {
        ledger.inTransaction(() -> {
            ledger.contacts.keep(clients.stream().map(Given::contact).toList());
            ledger.addresses.readBack(clients.stream().map(client -> Given.readBack(client, 1)).toList(), NOW);
            ledger.consents.enter(clients.stream().map(client -> Given.consent(client, FOLLOW_UP, NOW)).toList(),
                    List.of());
        });
    }

    private static void queue(TestLedger ledger, List<ReminderDue> reminders, AtomicBoolean queued) {
        for (int from = 0; from < reminders.size(); from += 50) {
            List<ReminderDue> some = reminders.subList(from, Math.min(from + 50, reminders.size()));
            ledger.inTransaction(() -> ledger.queue.take(some, List.of()));
        }
        queued.set(true);
    }

    private void claim(TestLedger ledger, Rounds rounds, AtomicBoolean queued) {
        while (true) {
            boolean last = queued.get() && answered.size() == CLIENTS;
            long begun = ticks.incrementAndGet();
            List<Claimed> some = rounds.next(List.of(), 6).claimed();
            some.forEach(one -> claimed.put(one.delivery().clientId(), begun));
            if (last && some.isEmpty() && ledger.count("QUEUED") == 0) {
                return;
            }
        }
    }

    private void stop(TestLedger ledger, ConcurrentLinkedQueue<UUID> clients) {
        Stops stops = new TakingStops(ledger.consents, ledger.transaction);
        for (UUID client = clients.poll(); client != null; client = clients.poll()) {
            stops.stop(Given.stop(client, NOW, FOLLOW_UP));
            answered.put(client, ticks.incrementAndGet());
        }
    }
}
