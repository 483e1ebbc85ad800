package org.handrail.notifier.editing;

import java.time.Instant;
import java.util.UUID;
import org.handrail.contract.Language;
import org.handrail.notifier.template.Wording;
import org.jspecify.annotations.Nullable;

/**
 * A draft as it was sent to its editor.
 *
 * @param toDomain the address itself is not kept
 * @param outcome  a code as in the ledger; null: on its way
 */
public record TestMail(UUID id, String key, int revision, SamplePerson person, Language language, Wording wording,
        String editor, String toDomain, Instant askedAt, @Nullable String outcome) {
}
