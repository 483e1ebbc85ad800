package org.handrail.notifier.appointment;

import java.util.Collection;
import org.handrail.contract.intake.AppointmentChanged;

/** Appointments as last told. Calls belong to the caller's transaction. */
public interface Appointments {

    /** Keeps the highest version of each; lower ones change nothing. */
    void keep(Collection<AppointmentChanged> appointments);
}
