package org.handrail.followup.enrolment;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Clients' follow-up in store. Every call belongs to the caller's transaction. */
public interface Cases {

    /**
     * One case a client, empty for one not seen before. They are held until the transaction ends: whoever else loads
     * one of them waits.
     */
    Map<UUID, ClientCase> load(Collection<UUID> clientIds);

    /** Stores what changed and tells the queue, the timeline and the outbox; each case once. */
    void save(Collection<ClientCase> cases);
}
