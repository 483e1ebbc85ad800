package org.handrail.intake.stay;

import java.util.UUID;

/** The stays known; every call belongs to the caller's transaction. */
public interface Stays {

    /** The stay of that reference, made if there is none, locked until the end of the transaction. */
    Stay lock(String source, String reference, UUID clientId, String siteId);

    void save(Stay stay);
}
