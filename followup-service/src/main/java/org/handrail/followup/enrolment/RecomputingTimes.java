package org.handrail.followup.enrolment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Works out pending steps again when the running JDK knows another time zone database than they went by. */
public final class RecomputingTimes {

    private static final int AT_A_TIME = 200;
    private static final String REASON = "time-zone-release";

    private final TimeZoneReleases releases;
    private final OpeningCases opening;
    private final String tzdb;
    private final Clock clock;

    public RecomputingTimes(TimeZoneReleases releases, OpeningCases opening, String tzdb, Clock clock) {
        this.releases = releases;
        this.opening = opening;
        this.tzdb = tzdb;
        this.clock = clock;
    }

    /** Runs work in a transaction of its own. */
    @FunctionalInterface
    public interface InTransaction {
        <T> T run(Supplier<T> work);
    }

    /**
     * In batches, each of which is whole or not there: one that was interrupted goes on where it stopped, and of
     * several instances each does some.
     *
     * @return the report, if this call finished it; empty when there was nothing to do or another did the rest
     */
    public Optional<TimeZoneReport> recompute(InTransaction transaction) {
        if (!transaction.run(() -> releases.begin(tzdb, clock.instant()))) {
            return Optional.empty();
        }
        Batch batch = transaction.run(this::batch);
        while (batch == Batch.MORE) {
            batch = transaction.run(this::batch);
        }
        return batch == Batch.LAST
                ? transaction.run(() -> releases.reports(1)).stream().findFirst() : Optional.empty();
    }

    private enum Batch { MORE, LAST, NONE }

    private Batch batch() {
        Optional<TimeZoneReleases.Running> running = releases.hold(tzdb);
        if (running.isEmpty()) {
            return Batch.NONE;
        }
        List<UUID> clients = releases.clientsOfOthers(tzdb, running.get().after(), AT_A_TIME);
        if (clients.isEmpty()) {
            releases.finish(running.get().report(), clock.instant());
            return Batch.LAST;
        }
        recompute(running.get().report(), clients);
        return Batch.MORE;
    }

    private void recompute(long report, List<UUID> clients) {
        OpeningCases.Open open = opening.open(clients);
        Instant now = open.around().now();
        Map<UUID, Shifts> before = new HashMap<>();
        open.cases().forEach((id, client) -> before.put(id, Shifts.of(client)));
        int steps = 0;
        List<Duration> moved = new ArrayList<>();
        for (ClientCase client : open.cases().values()) {
            FollowingContacts.replan(client, open.around());
            steps += client.active().stream().mapToInt(enrolment -> enrolment.pending().size()).sum();
            before.get(client.clientId()).tell(now, REASON).forEach(shift ->
                    moved.add(Duration.between(shift.from(), shift.step().at())));
            FollowingContacts.sayIfUnknown(client, now, open.around());
        }
        opening.save(open);
        releases.advance(report, clients, steps, moved);
    }
}
