package org.handrail.followup.publishing;

import java.util.Optional;
import java.util.UUID;

/** What previews said, kept for a day. */
public interface Previews {

    void keep(Preview preview);

    Optional<Preview> find(UUID previewId);
}
