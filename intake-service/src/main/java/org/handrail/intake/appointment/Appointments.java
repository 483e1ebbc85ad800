package org.handrail.intake.appointment;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.handrail.contract.AppointmentKind;

/** The appointments known; every call belongs to the caller's transaction. */
public interface Appointments {

    /** The appointment of that reference, made if there is none, locked until the end of the transaction. */
    Appointment lock(String source, String reference);

    Optional<Appointment> find(String source, String reference);

    void book(UUID appointment, UUID client, AppointmentKind kind);

    void keep(UUID appointment, Told told, Instant now);

    void published(UUID appointment, int version);
}
