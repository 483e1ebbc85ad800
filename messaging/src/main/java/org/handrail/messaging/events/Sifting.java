package org.handrail.messaging.events;

import java.time.Clock;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.handrail.contract.EventType;
import org.handrail.messaging.Received;
import org.handrail.messaging.deadletter.DeadLetters;
import org.handrail.messaging.erasure.ErasedClients;

/**
 * Stands before every route: a tombstone erases the client here and now, and what was still under way about somebody
 * erased goes no further, in whatever order topics bring it. An id is never given to anybody again, so there is no
 * coming back.
 */
public final class Sifting {

    /** Proof, which is kept; ends of what is under way. None of them tells who somebody is. */
    private static final Set<EventType> STILL_COUNT = EnumSet.of(EventType.CONSENT_RECORDED, EventType.STOP_REQUESTED,
            EventType.REMINDERS_WITHDRAWN, EventType.DELIVERY_CHANGED);

    private final ErasedClients erased;
    private final DeadLetters deadLetters;
    private final Clock clock;

    public Sifting(ErasedClients erased, DeadLetters deadLetters, Clock clock) {
        this.erased = erased;
        this.deadLetters = deadLetters;
        this.clock = clock;
    }

    /** In the transaction of the route. @return what the route is to be told, in order */
    public List<Received> sift(Collection<Received> facts) {
        facts.stream().filter(Received::isTombstone).map(Received::clientId).distinct().sorted().forEach(client -> {
            erased.erase(client, clock.instant());
            deadLetters.forget(client);
        });
        Set<UUID> gone = erased.among(facts.stream().map(Received::clientId).collect(Collectors.toSet()));
        return facts.stream()
                .filter(fact -> fact.isTombstone() || !gone.contains(fact.clientId())
                        || STILL_COUNT.contains(fact.type()))
                .toList();
    }
}
