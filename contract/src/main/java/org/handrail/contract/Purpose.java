package org.handrail.contract;

/** What an email is for; a client's preference is recorded for each. */
public enum Purpose {

    /** Reminders of an appointment that exists. */
    APPOINTMENT_REMINDERS,

    /** Messages that offer to talk again: after an inquiry, a missed appointment, a discharge. */
    FOLLOW_UP,

    /** One answer to what somebody just sent us. The only purpose allowed to an address not yet confirmed. */
    RECEIPTS
}
