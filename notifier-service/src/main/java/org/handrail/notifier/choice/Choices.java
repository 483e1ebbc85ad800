package org.handrail.notifier.choice;

/**
 * What a client chose last.
 *
 * @param detailed      mail may say what it is about; only after the warning what that can give away
 * @param calendarFiles mail about an appointment carries it as a calendar file
 */
public record Choices(boolean detailed, boolean calendarFiles) {

    /** Of who never chose. */
    public static final Choices DISCREET = new Choices(false, false);
}
