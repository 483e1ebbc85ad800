package org.handrail.followup.queue;

import java.time.Instant;
import java.util.UUID;

/** Who of the staff has a task, and since when. */
public record Holder(UUID account, Instant since) {
}
