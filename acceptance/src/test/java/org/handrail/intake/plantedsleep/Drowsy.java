package org.handrail.intake.plantedsleep;


/** A planted violation, for the architecture test alone. */
final class Drowsy {

    void nap() throws InterruptedException {
        Thread.sleep(1);
    }
}
