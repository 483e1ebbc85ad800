package org.handrail.intake.consent.web;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Ids of acts: the same for the same reference of a source, fresh without one. */
final class Acts {

    private Acts() {
    }

    static UUID id(String kind, String source, @Nullable String reference) {
        return reference == null ? UUID.randomUUID()
                : UUID.nameUUIDFromBytes(String.join(" ", kind, source, reference).getBytes(StandardCharsets.UTF_8));
    }
}
