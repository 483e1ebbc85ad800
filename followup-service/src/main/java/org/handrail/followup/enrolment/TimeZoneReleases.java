package org.handrail.followup.enrolment;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which release of the time zone database pending steps go by. Every call belongs to the caller's transaction. */
public interface TimeZoneReleases {

    /** @return whether it differs from the one noted; of several instances one works, the others see no difference */
    boolean differs(String tzdb);

    /**
     * Clients in order of id, after the given one, who have pending steps of another release.
     *
     * @param after null: from the first
     */
    List<UUID> clientsOfOthers(String tzdb, @Nullable UUID after, int most);

    void note(String tzdb);
}
