package org.handrail.contract;

/** Where an appointment stands. Only a BOOKED one is ever reminded of. */
public enum AppointmentStatus {

    BOOKED,
    ARRIVED,
    NO_SHOW,
    CANCELLED,

    /** It never existed (HL7 v2 S17): everything about it falls silent. */
    ENTERED_IN_ERROR
}
