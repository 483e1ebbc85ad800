package org.handrail.intake.plantedtime;


/** A planted violation, for the architecture test alone. */
final class Counting {

    long askedAt() {
        return System.currentTimeMillis();
    }
}
