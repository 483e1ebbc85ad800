package org.handrail.followup.enrolment;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which release of the time zone database pending steps go by, and what came of changes of it. Every call belongs to
 * the caller's transaction.
 */
public interface TimeZoneReleases {

    /**
     * Begins a report when steps go by another release, or takes up one that was left unfinished.
     *
     * @return false: there is nothing to do
     */
    boolean begin(String tzdb, Instant now);

    /** A report in the making, held until the transaction ends. @param after the last client done; null: none yet */
    record Running(long report, @Nullable UUID after) {
    }

    /** Empty when it is done, or is another release's. */
    Optional<Running> hold(String tzdb);

    /**
     * Clients in order of id, after the given one, who have pending steps of another release.
     *
     * @param after null: from the first
     */
    List<UUID> clientsOfOthers(String tzdb, @Nullable UUID after, int most);

    /**
     * Adds to a report.
     *
     * @param steps  worked out again
     * @param shifts of those that moved
     */
    void advance(long report, List<UUID> clients, int steps, List<Duration> shifts);

    /** From now on steps go by this release. */
    TimeZoneReport finish(long report, Instant now);

    /** Newest first. */
    List<TimeZoneReport> reports(int most);
}
