package org.handrail.intake.stay;

import java.time.Instant;
import java.util.function.Function;
import org.handrail.contract.Event;
import org.handrail.contract.intake.ClientAdmitted;
import org.handrail.contract.intake.ClientDischarged;
import org.handrail.intake.Transactions;
import org.handrail.intake.client.Client;
import org.handrail.intake.client.ClientNamed;
import org.handrail.intake.client.Identifying;
import org.handrail.intake.client.ReferenceTakenException;
import org.handrail.intake.stay.Stay.Decision;
import org.handrail.messaging.Outbox;

/** Takes in admissions and discharges. */
public final class RecordingStays {

    private final Stays stays;
    private final Identifying identifying;
    private final Outbox outbox;
    private final Transactions transactions;

    public RecordingStays(Stays stays, Identifying identifying, Outbox outbox, Transactions transactions) {
        this.stays = stays;
        this.identifying = identifying;
        this.outbox = outbox;
        this.transactions = transactions;
    }

    /** @param reference the source's own for the stay; an admission and its discharge share it */
    public Decision admit(
            String source, String reference, ClientNamed client, String siteId, Instant at, Instant occurredAt) {
        return record(source, reference, client, siteId, occurredAt, stay -> stay.admitted(at, occurredAt),
                stay -> new ClientAdmitted(stay.clientId(), stay.id(), at, stay.siteId()));
    }

    public Decision discharge(String source, String reference, ClientNamed client, String siteId, Instant at,
            boolean againstAdvice, Instant occurredAt) {
        return record(source, reference, client, siteId, occurredAt,
                stay -> stay.discharged(at, againstAdvice, occurredAt),
                stay -> new ClientDischarged(stay.clientId(), stay.id(), at, againstAdvice, stay.siteId()));
    }

    private Decision record(String source, String reference, ClientNamed named, String siteId, Instant occurredAt,
            Function<Stay, Decision> change, Function<Stay, Event> fact) {
        return transactions.inOne(() -> {
            Client client = identifying.identify(source, named, null, occurredAt);
            Stay stay = stays.lock(source, reference, client.id(), siteId);
            if (!stay.clientId().equals(client.id())) {
                throw new ReferenceTakenException();
            }
            Decision decision = change.apply(stay);
            stays.save(decision.next());
            if (decision.applied()) {
                outbox.publish(fact.apply(decision.next()), occurredAt);
            }
            return decision;
        });
    }
}
