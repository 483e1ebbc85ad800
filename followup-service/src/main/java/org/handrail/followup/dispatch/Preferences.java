package org.handrail.followup.dispatch;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.handrail.contract.Purpose;
import org.jspecify.annotations.Nullable;

/** The preferences of the clients in a batch, as the ledger last told them. */
public record Preferences(Map<Key, Preference> known) {

    public record Key(UUID clientId, Purpose purpose) {
    }

    /** @param expiresAt null: until revoked */
    public record Preference(String state, @Nullable Instant expiresAt) {
    }

    public enum Answer { IN_FORCE, WITHDRAWN, EXPIRED, NONE }

    public Answer answer(UUID clientId, Purpose purpose, Instant now) {
        Preference preference = known.get(new Key(clientId, purpose));
        if (preference == null) {
            return Answer.NONE;
        }
        if (!preference.state().equals("IN_FORCE")) {
            return preference.state().equals("EXPIRED") ? Answer.EXPIRED : Answer.WITHDRAWN;
        }
        return preference.expiresAt() != null && !now.isBefore(preference.expiresAt())
                ? Answer.EXPIRED : Answer.IN_FORCE;
    }
}
