package org.handrail.intake.plantedcycle;

import org.handrail.intake.plantedcycleback.Egg;

/** A planted violation, for the architecture test alone. */
public record Hen(Egg laid) {
}
