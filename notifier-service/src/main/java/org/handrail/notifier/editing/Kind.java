package org.handrail.notifier.editing;

import org.handrail.contract.Purpose;

/** What a template is for, which is settled with its first version: schedules and consents rely on it. */
public enum Kind {

    /** Answers what somebody just sent us, and asks them to confirm the address. */
    RECEIPT(Purpose.RECEIPTS),
    /** Names the time of an appointment to come, and asks whether it suits. */
    APPOINTMENT(Purpose.APPOINTMENT_REMINDERS),
    /** Names the time of an appointment that is off. */
    CANCELLATION(Purpose.APPOINTMENT_REMINDERS),
    /** Offers to talk again. */
    FOLLOW_UP(Purpose.FOLLOW_UP);

    private final Purpose purpose;

    Kind(Purpose purpose) {
        this.purpose = purpose;
    }

    /** Of every mail that it makes. */
    public Purpose purpose() {
        return purpose;
    }

    public boolean namesATime() {
        return this == APPOINTMENT || this == CANCELLATION;
    }

    /** The notice that goes out by itself is not for schedules to name. */
    public boolean isForSchedules() {
        return this != CANCELLATION;
    }
}
