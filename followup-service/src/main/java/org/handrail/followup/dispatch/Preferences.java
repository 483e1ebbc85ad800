package org.handrail.followup.dispatch;

import java.time.Instant;
import java.util.Map;
import org.handrail.contract.Purpose;
import org.jspecify.annotations.Nullable;

/** The preferences of a client, as the ledger last told them. */
public record Preferences(Map<Purpose, Preference> known) {

    /** @param expiresAt null: until revoked */
    public record Preference(String state, @Nullable Instant expiresAt) {
    }

    public enum Answer { IN_FORCE, WITHDRAWN, EXPIRED, NONE }

    public Answer answer(Purpose purpose, Instant now) {
        Preference preference = known.get(purpose);
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
