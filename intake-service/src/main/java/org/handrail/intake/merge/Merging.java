package org.handrail.intake.merge;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.handrail.contract.ContactMeans;
import org.handrail.contract.HowGiven;
import org.handrail.contract.Purpose;
import org.handrail.contract.intake.InquiryReceived;
import org.handrail.contract.intake.StopRequested;
import org.handrail.intake.Transactions;
import org.handrail.intake.client.Client;
import org.handrail.intake.client.Clients;
import org.handrail.intake.client.Erasing;
import org.handrail.intake.client.Identifying;
import org.handrail.messaging.Outbox;

/**
 * Merges a duplicate into the person whom staff know. The person's own details stay and gaps are filled; messages and
 * references of sources come over, and the newest inquiry is followed up anew. Stops come over, each with its own time,
 * and consents do not: a merge takes permissions away and never gives one, so that it can't revive a stop. The duplicate
 * is then erased, with mail that was queued and follow-up that ran; its acts of consent stay as proof under its own id.
 */
public final class Merging {

    private final Clients clients;
    private final Merges merges;
    private final StopsInForce stops;
    private final Identifying identifying;
    private final Erasing erasing;
    private final Outbox outbox;
    private final Transactions transactions;
    private final Clock clock;

    public Merging(Clients clients, Merges merges, StopsInForce stops, Identifying identifying, Erasing erasing,
            Outbox outbox, Transactions transactions, Clock clock) {
        this.clients = clients;
        this.merges = merges;
        this.stops = stops;
        this.identifying = identifying;
        this.erasing = erasing;
        this.outbox = outbox;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What came of it. */
    public enum Outcome {
        MERGED,
        /** Both must be known, and two. */
        NOBODY_THERE,
        /** The duplicate has appointments or stays: merge the other way round, or rebook them first. */
        HAS_BOOKINGS,
        /** The ledger of stops can't be asked now, and without it nothing is merged. */
        LEDGER_AWAY
    }

    /** @param by whoever says so; a code. The same merge again is MERGED and changes nothing. */
    public Outcome merge(UUID duplicate, UUID into, String by) {
        Optional<Map<Purpose, Instant>> said = stops.of(duplicate);
        if (said.isEmpty()) {
            return Outcome.LEDGER_AWAY;
        }
        return transactions.inOne(() -> merge(duplicate, into, by, said.get()));
    }

    private Outcome merge(UUID duplicate, UUID into, String by, Map<Purpose, Instant> said) {
        if (merges.mergedInto(duplicate).filter(into::equals).isPresent()) {
            return Outcome.MERGED;
        }
        // both in one order, so that two merges can't wait for each other
        Stream.of(duplicate, into).sorted().forEach(clients::lock);
        Optional<Client> from = clients.lock(duplicate);
        Optional<Client> to = clients.lock(into);
        if (from.isEmpty() || to.isEmpty() || duplicate.equals(into)) {
            return Outcome.NOBODY_THERE;
        }
        if (merges.hasBookings(duplicate)) {
            return Outcome.HAS_BOOKINGS;
        }
        Instant now = clock.instant();
        identifying.takeOver(to.get(), from.get(), now);
        merges.moveReferences(duplicate, into);
        said.forEach((purpose, since) -> outbox.publish(new StopRequested(into, idOf("stop", duplicate, into, purpose),
                Set.of(purpose), HowGiven.STAFF, by, since), since));
        merges.latestInquiry(duplicate).ifPresent(inquiry -> outbox.publish(new InquiryReceived(into,
                idOf("inquiry", duplicate, into, inquiry.id()), inquiry.receivedAt(), inquiry.relationship(),
                to.get().phone() == null && from.get().phone() == null ? ContactMeans.EMAIL : ContactMeans.PHONE,
                inquiry.crisis(), inquiry.siteId(), List.of()), inquiry.receivedAt()));
        merges.note(duplicate, into, by, now);
        erasing.erase(duplicate);
        return Outcome.MERGED;
    }

    private static UUID idOf(String what, Object... of) {
        return UUID.nameUUIDFromBytes(("merge " + what + " " + List.of(of)).getBytes(StandardCharsets.UTF_8));
    }
}
