package org.handrail.followup.schedule;

public enum AnchorEvent {

    INQUIRY,
    MISSED_CALL,
    ANSWERED_CALL,
    /** The start of an appointment; the only one with steps before it. */
    APPOINTMENT,
    ADMISSION,
    DISCHARGE,
    NO_SHOW,
    CANCELLATION;

    public boolean isAboutAppointment() {
        return this == APPOINTMENT || this == NO_SHOW || this == CANCELLATION;
    }

    /** Whether a newer fact of the kind takes the older one's place; appointments each stand for themselves. */
    public boolean newestCounts() {
        return this != APPOINTMENT;
    }
}
