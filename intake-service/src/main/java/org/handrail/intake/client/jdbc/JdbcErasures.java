package org.handrail.intake.client.jdbc;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.handrail.intake.client.Erasures;
import org.handrail.messaging.erasure.ErasedClients;

/** What every service keeps of those it erased. */
public final class JdbcErasures implements Erasures {

    /** So many in all, for the log may be away when the first is due. */
    private static final int REPEATS = 3;
    private static final Duration APART = Duration.ofDays(1);
    private static final int AT_A_TIME = 500;

    private final ErasedClients erased;
    private final Duration repeatAfter;

    /** @param repeatAfter longer than a segment of the contacts' log lasts */
    public JdbcErasures(ErasedClients erased, Duration repeatAfter) {
        this.erased = erased;
        this.repeatAfter = repeatAfter;
    }

    @Override
    public void erase(UUID clientId, Instant at) {
        erased.erase(clientId, at);
        erased.repeatAfter(clientId, repeatAfter);
    }

    @Override
    public Optional<Erased> find(UUID clientId) {
        return erased.find(clientId).map(found -> new Erased(found.clientId(), found.erasedAt(), found.erased()));
    }

    @Override
    public List<UUID> toRepeat() {
        return erased.toRepeat(APART.compareTo(repeatAfter) < 0 ? APART : repeatAfter, REPEATS, AT_A_TIME);
    }
}
