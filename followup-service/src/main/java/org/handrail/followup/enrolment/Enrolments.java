package org.handrail.followup.enrolment;

import java.util.List;
import java.util.UUID;

/** A look at a client's enrolments, without holding them. */
public interface Enrolments {

    /** Newest first. */
    List<Enrolment> of(UUID clientId);
}
