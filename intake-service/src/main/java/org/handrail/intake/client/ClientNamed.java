package org.handrail.intake.client;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a source says whom it means: by our id, by its own reference, or by both, which ties the two together.
 *
 * @param details what the source knows of the person; taken only with a reference of its own
 */
public record ClientNamed(@Nullable UUID id, @Nullable String reference, ContactUpdate details) {

    public ClientNamed {
        if (id == null && reference == null) {
            throw new IllegalArgumentException("a client is named by id or by reference");
        }
    }
}
