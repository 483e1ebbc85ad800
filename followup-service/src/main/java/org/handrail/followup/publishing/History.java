package org.handrail.followup.publishing;

import java.util.List;
import java.util.Optional;

/** How schedules came to be what they are. */
public interface History {

    /** Newest first; empty for a schedule without a version. */
    List<PublishedVersion> of(String scheduleId);

    /** The version in which new anchors enrol. */
    Optional<PublishedVersion> current(String scheduleId);
}
