package org.handrail.intake.plantedtime;

import java.time.Instant;

/** A planted violation, for the architecture test alone. */
final class Impatient {

    Instant askedAt() {
        return Instant.now();
    }
}
