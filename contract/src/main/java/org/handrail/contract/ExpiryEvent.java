package org.handrail.contract;

/** What ends a consent that names an event rather than a date. */
public enum ExpiryEvent {

    /** The client's next discharge. */
    DISCHARGED
}
