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
 * Ten thousand stops against claims, several of each at once, while the reminders they race for are still being queued.
 * The database itself tells the order. A trigger of this test has every transaction that claims a reminder, or that
 * enters a stop, draw a number while it holds the client's ledger row: numbers of one client follow the order in which
 * that row changed hands, however the transactions overlapped. A stop that was answered has its number, and so no claim
 * of that client may have a higher one. Beside it, as its callers see it: no claim begins after the answer.
 */
class StopRaceTest {

    private static final int CLIENTS = 10_000;

    private static final String NUMBERING = """
            create sequence turn;
            create table turns (client_id uuid not null, what text not null, number bigint not null);
            create function number_a_claim() returns trigger language plpgsql as $$
            begin
                insert into turns values (new.client_id, 'claim', nextval('turn'));
                return null;
            end $$;
            create function number_a_stop() returns trigger language plpgsql as $$
            begin
                insert into turns values (new.client_id, 'stop', nextval('turn'));
                return null;
            end $$;
            create trigger number_claims after update on delivery for each row
                when (old.state = 'QUEUED' and new.state = 'SENDING') execute function number_a_claim();
            create trigger number_stops after insert on consent_act for each row
                when (new.kind = 'STOPPED') execute function number_a_stop();
            """;
    private static final String CLAIMED_AFTER_THE_STOP = """
            select count(*) from turns c join turns s using (client_id)
            where c.what = 'claim' and s.what = 'stop' and c.number > s.number
            """;
    private static final String NUMBERED_STOPS = "select count(*) from turns where what = 'stop'";
    private static final String NUMBERED_CLAIMS = "select count(*) from turns where what = 'claim'";

    private final AtomicLong ticks = new AtomicLong();
    private final Map<UUID, Long> answered = new ConcurrentHashMap<>();
    private final Map<UUID, Long> claimed = new ConcurrentHashMap<>();

    @Test
    void noMailIsClaimedAfterItsStopWasAnswered() throws Exception {
        try (TestLedger ledger = new TestLedger("StopRaceTest")) {
            ledger.jdbc.execute(NUMBERING);
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
            assertThat(ledger.jdbc.queryForObject(CLAIMED_AFTER_THE_STOP, Long.class)).isZero();
            assertThat(ledger.jdbc.queryForObject(NUMBERED_STOPS, Long.class)).isEqualTo(CLIENTS);
            assertThat(ledger.jdbc.queryForObject(NUMBERED_CLAIMS, Long.class)).isEqualTo(claimed.size());
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
