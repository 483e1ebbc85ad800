package org.handrail.intake.consent;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.handrail.contract.Event;
import org.handrail.contract.HowGiven;
import org.handrail.contract.Purpose;
import org.handrail.contract.intake.AddressReadBack;
import org.handrail.contract.intake.ConsentRecorded;
import org.handrail.contract.intake.StopRequested;
import org.handrail.intake.Transactions;
import org.handrail.intake.client.Client;
import org.handrail.intake.client.ClientNamed;
import org.handrail.intake.client.Identifying;
import org.handrail.messaging.Outbox;

/** Takes in what clients allowed and what they want stopped; the ledger itself is notifier-service's. */
public final class RecordingConsents {

    private final ConsentActs acts;
    private final Identifying identifying;
    private final Outbox outbox;
    private final Transactions transactions;
    private final Clock clock;

    public RecordingConsents(ConsentActs acts, Identifying identifying, Outbox outbox, Transactions transactions,
            Clock clock) {
        this.acts = acts;
        this.identifying = identifying;
        this.outbox = outbox;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** @param applied false when the act was entered before */
    public record Outcome(Client client, boolean applied) {
    }

    /** @throws NoAddressException when an address was read back and none is known */
    public Outcome record(String source, ClientNamed named, ConsentTaken taken) {
        return transactions.inOne(() -> {
            Client client = identifying.identify(source, named, null, taken.occurredAt());
            if (taken.addressReadBack() && client.addressVersion() == 0) {
                throw new NoAddressException();
            }
            return new Outcome(client, enter(source, client, taken));
        });
    }

    /** As {@link #record}, for a client whom the caller has locked. */
    public boolean enter(String source, Client client, ConsentTaken taken) {
        if (!acts.enter(taken.actId(), client.id(), source, "consent", taken.occurredAt(), clock.instant())) {
            return false;
        }
        outbox.publishAll(facts(source, client, taken), taken.occurredAt());
        return true;
    }

    /** The fact of a stop, committed. It is in force only once notifier-service has it. */
    public StopRequested recordStop(
            String source, ClientNamed named, UUID stopId, Set<Purpose> purposes, HowGiven how, Instant occurredAt) {
        return transactions.inOne(() -> {
            Client client = identifying.identify(source, named, null, occurredAt);
            StopRequested stop = new StopRequested(client.id(), stopId, purposes, how, source, occurredAt);
            if (acts.enter(stopId, client.id(), source, "stop", occurredAt, clock.instant())) {
                outbox.publish(stop, occurredAt);
            }
            return stop;
        });
    }

    /** One consent a purpose, so that each can be withdrawn alone. */
    public static UUID consentId(UUID actId, Purpose purpose) {
        return UUID.nameUUIDFromBytes((actId + " " + purpose).getBytes(StandardCharsets.UTF_8));
    }

    private static List<Event> facts(String source, Client client, ConsentTaken taken) {
        List<Event> facts = new ArrayList<>();
        taken.purposes().stream().sorted(Comparator.naturalOrder()).forEach(purpose -> facts.add(new ConsentRecorded(
                client.id(), consentId(taken.actId(), purpose), purpose, taken.wording(), taken.language(),
                taken.how(), source, taken.riskWarningShown(), taken.occurredAt(), taken.expiresAt(),
                taken.expiresOn())));
        if (taken.addressReadBack()) {
            facts.add(new AddressReadBack(client.id(), client.addressVersion(), source, taken.occurredAt()));
        }
        return facts;
    }
}
