package org.handrail.notifier.choice;

import java.time.Instant;
import java.util.UUID;
import org.handrail.contract.HowGiven;
import org.handrail.contract.Language;
import org.jspecify.annotations.Nullable;

/**
 * A client's own act.
 *
 * @param detailed      null: as it was
 * @param calendarFiles null: as it was
 * @param wording       which text was shown, and its version
 */
public record Chosen(UUID clientId, @Nullable Boolean detailed, @Nullable Boolean calendarFiles, HowGiven how,
        String wording, Language language, Instant at) {
}
