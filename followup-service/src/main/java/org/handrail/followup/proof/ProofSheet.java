package org.handrail.followup.proof;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Every act on record of one client, in the order in which it was entered, and what is in force.
 *
 * @param acts   codes and instants as the ledger has them
 * @param states a line a purpose of which something is on record
 */
public record ProofSheet(UUID clientId, Instant at, List<Act> acts, List<State> states) {

    public ProofSheet {
        acts = List.copyOf(acts);
        states = List.copyOf(states);
    }

    /**
     * @param kind       {@code GIVEN} or {@code STOPPED}
     * @param words      the very words; null for a stop, and when nobody kept them
     * @param expiresOn  the event that ends it; {@code expiresAt} is then when it took place
     * @param recordedBy a source, or a staff account's id
     * @param stateAfter what the acts for this purpose came to once this one was entered
     */
    public record Act(UUID actId, String kind, String purpose, String channel, @Nullable String wording,
            @Nullable String language, @Nullable String words, String how, String recordedBy,
            boolean riskWarningShown, Instant occurredAt, Instant recordedAt, @Nullable Instant expiresAt,
            @Nullable String expiresOn, String stateAfter) {
    }

    public record State(String purpose, String state, Instant since, @Nullable Instant expiresAt) {
    }
}
