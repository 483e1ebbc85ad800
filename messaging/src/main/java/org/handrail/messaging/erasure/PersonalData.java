package org.handrail.messaging.erasure;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What a feature keeps that tells who a client is or what they wrote. A service's beans of this type are all asked. */
public interface PersonalData {

    /**
     * Deletes it, or blanks it where a row must stay; in the caller's transaction. May be called again for a client who
     * was erased before.
     *
     * @return how many rows, by what they held; names are codes such as {@code notifier.contact}
     */
    Map<String, Integer> erase(UUID clientId);

    /** The tables, whose files hold deleted rows until they are written anew. */
    Set<String> tables();
}
