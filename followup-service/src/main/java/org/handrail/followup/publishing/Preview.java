package org.handrail.followup.publishing;

import java.time.Instant;
import java.util.UUID;

/**
 * What publishing a draft would do.
 *
 * @param asOf when it was asked; whose time came before is not ahead any more
 */
public record Preview(
        UUID id, String scheduleId, int draft, int revision, Choice choice, Instant asOf, Counts counts) {
}
