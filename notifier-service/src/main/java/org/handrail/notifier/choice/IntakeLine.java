package org.handrail.notifier.choice;

/** The way to intake-service. */
@FunctionalInterface
public interface IntakeLine {

    /** @return whether it is done with: taken, or about somebody who is not known any more */
    boolean tell(ContactWish wish);
}
