package org.handrail.messaging.events;

import io.micrometer.core.instrument.Timer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.handrail.messaging.Faults;
import org.handrail.messaging.Received;
import org.handrail.messaging.deadletter.DeadLetters;
import org.handrail.messaging.kafka.UnreadableRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes records in: inbox rows, the route's work and dead letters in one transaction. A poll at a time while all goes
 * well, a record at a time to find the one that does not.
 */
final class TakingIn {

    private static final Logger log = LoggerFactory.getLogger(TakingIn.class);
    private static final int TRIES = 3;

    private final Consuming consuming;
    private final String group;
    private final Route route;
    private final Timer time;

    /** The route's work with new facts. */
    @FunctionalInterface
    interface Route {
        void take(List<Received> facts) throws Exception;
    }

    TakingIn(EventsEndpoint endpoint, Route route) {
        this.consuming = endpoint.consuming();
        this.group = endpoint.group();
        this.route = route;
        this.time = consuming.meters().timer("handrail.events.batch", "group", group);
    }

    /**
     * @param done told each record that is dealt with, in order
     * @throws TryLater when a record can't be dealt with now; those told before it are done
     */
    void take(Iterable<ConsumerRecord<String, byte[]>> records, Consumer<ConsumerRecord<String, byte[]>> done) {
        List<ConsumerRecord<String, byte[]>> all = new ArrayList<>();
        records.forEach(all::add);
        try {
            time.record(() -> inTransaction(all));
            all.forEach(done);
        } catch (RuntimeException e) {
            if (Faults.isTransient(e)) {
                throw new TryLater(e);
            }
            log.warn("A batch of {} for {} is taken one by one: {}", all.size(), group, Faults.code(e));
            all.forEach(record -> {
                takeOne(record);
                done.accept(record);
            });
        }
    }

    private void takeOne(ConsumerRecord<String, byte[]> record) {
        for (int tried = 1; ; tried++) {
            try {
                inTransaction(List.of(record));
                return;
            } catch (RuntimeException e) {
                if (Faults.isTransient(e)) {
                    throw new TryLater(e);
                }
                if (tried == TRIES) {
                    setAside(record, Faults.code(e));
                    return;
                }
            }
        }
    }

    private void setAside(ConsumerRecord<String, byte[]> record, String reason) {
        try {
            consuming.transaction().executeWithoutResult(status -> deadLetter(record, reason));
        } catch (RuntimeException e) {
            throw new TryLater(e);
        }
    }

    private void inTransaction(List<ConsumerRecord<String, byte[]>> records) {
        consuming.transaction().executeWithoutResult(status -> {
            Map<UUID, Received> facts = new LinkedHashMap<>();
            for (ConsumerRecord<String, byte[]> record : records) {
                try {
                    Received fact = consuming.records().fromRecord(record);
                    facts.putIfAbsent(fact.id(), fact);
                } catch (UnreadableRecord e) {
                    deadLetter(record, e.reason());
                }
            }
            Set<UUID> fresh = facts.isEmpty() ? Set.of() : consuming.inbox().enter(group, facts.keySet());
            facts.keySet().retainAll(fresh);
            List<Received> told = facts.isEmpty() ? List.of() : consuming.sifting().sift(facts.values());
            if (!told.isEmpty()) {
                run(told);
            }
        });
    }

    private void run(List<Received> facts) {
        try {
            route.take(facts);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new RouteFailed(e);
        }
        facts.forEach(fact -> consuming.meters()
                .counter("handrail.events.taken", "group", group, "type", fact.type().code()).increment());
    }

    /** Once, though the record be read again. */
    private void deadLetter(ConsumerRecord<String, byte[]> record, String reason) {
        UUID id = DeadLetters.idOf(record);
        if (!consuming.inbox().enter(group, Set.of(id)).isEmpty()) {
            consuming.deadLetters().setAside(record, id, group, reason);
        }
    }

    /** A fault that time may heal. */
    static final class TryLater extends RuntimeException {
        TryLater(Throwable cause) {
            super(cause);
        }
    }

    private static final class RouteFailed extends RuntimeException {
        RouteFailed(Exception cause) {
            super(cause);
        }
    }
}
