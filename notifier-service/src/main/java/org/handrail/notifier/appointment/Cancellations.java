package org.handrail.notifier.appointment;

import java.util.Collection;
import java.util.UUID;

/** Told of appointments after they were kept; belongs to the caller's transaction. */
public interface Cancellations {

    /**
     * Those that are cancelled now or were entered in error, and whose client has them in a calendar by a file of ours,
     * are taken off it.
     */
    void heed(Collection<UUID> appointmentIds);
}
