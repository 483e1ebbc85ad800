package org.handrail.intake.plantedcycleback;

import org.handrail.intake.plantedcycle.Hen;

/** A planted violation, for the architecture test alone. */
public record Egg(Hen hatched) {
}
