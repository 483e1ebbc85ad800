package org.handrail.intake.plantedneighbour;

import org.handrail.followup.queue.Priority;

/** A planted violation, for the architecture test alone. */
record Nosy(Priority priority) {
}
