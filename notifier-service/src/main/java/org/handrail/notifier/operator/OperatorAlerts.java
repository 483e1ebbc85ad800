package org.handrail.notifier.operator;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Faults of our own, kept until somebody has looked. */
public interface OperatorAlerts {

    /** @param codes never anything about a client */
    void raise(Collection<String> codes, Instant at);

    List<Alert> since(Instant moment);

    record Alert(String code, Instant firstAt, Instant lastAt, long count) {
    }
}
