package org.handrail.notifier.choice;

/** Brings wishes to intake-service. */
public interface ContactWishes {

    /** Kept when this returns, and brought at once if intake-service answers; else again and again until it does. */
    void bring(ContactWish wish);

    /** One more attempt for those that are due for one. */
    void retry();
}
