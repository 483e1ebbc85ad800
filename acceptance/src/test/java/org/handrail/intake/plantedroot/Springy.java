package org.handrail.intake.plantedroot;

import org.springframework.context.ApplicationContext;

/** A planted violation, for the architecture test alone. */
record Springy(ApplicationContext context) {
}
