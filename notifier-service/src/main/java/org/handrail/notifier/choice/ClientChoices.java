package org.handrail.notifier.choice;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.handrail.contract.Language;
import org.handrail.contract.Purpose;
import org.jspecify.annotations.Nullable;

/** Choices of clients. */
public interface ClientChoices {

    /**
     * @param inForce  purposes that the client gets email for
     * @param language as told by intake-service
     * @param zone     IANA id; null if unknown
     */
    record Current(Choices choices, Set<Purpose> inForce, Language language, @Nullable String zone) {
    }

    /** Empty for somebody who is not known, or no longer. */
    Optional<Current> of(UUID clientId);

    /** Keeps the act for ever and the choice until the next one, in a transaction of its own. */
    void choose(Chosen chosen);
}
