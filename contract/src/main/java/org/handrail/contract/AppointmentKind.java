package org.handrail.contract;

public enum AppointmentKind { DETOX_ADMISSION, THERAPY }
