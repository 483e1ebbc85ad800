package org.handrail.notifier.template;

/** How much a message may say; what shows before it is opened is discreet in either. */
public enum Wording {

    DISCREET,
    /** For who chose it after the warning what it can give away: the body may say what it is about. */
    DETAILED
}
