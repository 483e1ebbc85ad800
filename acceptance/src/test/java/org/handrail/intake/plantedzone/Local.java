package org.handrail.intake.plantedzone;

import java.time.ZoneId;

/** A planted violation, for the architecture test alone. */
final class Local {

    ZoneId zone() {
        return ZoneId.systemDefault();
    }
}
