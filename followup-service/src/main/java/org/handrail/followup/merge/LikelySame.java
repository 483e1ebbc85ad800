package org.handrail.followup.merge;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who may be the same person as a client. */
public interface LikelySame {

    /** Others with the same address or number, at most 20. */
    List<Other> as(UUID clientId);

    /** @param email they share the address; otherwise the number */
    record Other(UUID clientId, @Nullable String givenName, @Nullable String familyName, boolean email) {

        @Override
        public String toString() {
            return "Other[clientId=" + clientId + "]";
        }
    }
}
