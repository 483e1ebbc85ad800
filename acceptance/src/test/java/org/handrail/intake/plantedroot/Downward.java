package org.handrail.intake.plantedroot;

import org.handrail.intake.plantedroot.web.Page;

/** A planted violation, for the architecture test alone. */
record Downward(Page page) {
}
