package org.handrail.followup.enrolment;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Works out pending steps again when the running JDK knows another time zone database than they went by. */
public final class RecomputingTimes {

    private static final int AT_A_TIME = 200;

    private final TimeZoneReleases releases;
    private final OpeningCases opening;
    private final String tzdb;

    public RecomputingTimes(TimeZoneReleases releases, OpeningCases opening, String tzdb) {
        this.releases = releases;
        this.opening = opening;
        this.tzdb = tzdb;
    }

    /** Runs work in a transaction of its own. */
    @FunctionalInterface
    public interface InTransaction {
        <T> T run(Supplier<T> work);
    }

    /** @param steps worked out again, and how many of them came out at another instant */
    public record Report(String tzdb, int steps, int shifted) {

        Report and(Report more) {
            return new Report(tzdb, steps + more.steps, shifted + more.shifted);
        }
    }

    /** In batches; an interrupted run starts over the next time and finds less to do. */
    public Report recompute(InTransaction transaction) {
        Report report = new Report(tzdb, 0, 0);
        if (!transaction.run(() -> releases.differs(tzdb))) {
            return report;
        }
        UUID after = null;
        for (List<UUID> clients = next(transaction, after); !clients.isEmpty(); clients = next(transaction, after)) {
            List<UUID> batch = clients;
            report = report.and(transaction.run(() -> recompute(batch)));
            after = batch.get(batch.size() - 1);
        }
        transaction.run(() -> {
            releases.note(tzdb);
            return tzdb;
        });
        return report;
    }

    private List<UUID> next(InTransaction transaction, @Nullable UUID after) {
        return transaction.run(() -> releases.clientsOfOthers(tzdb, after, AT_A_TIME));
    }

    private Report recompute(List<UUID> clients) {
        OpeningCases.Open open = opening.open(clients);
        Map<UUID, Instant> before = times(open);
        open.cases().values().forEach(client -> FollowingContacts.replan(client, open.around()));
        Map<UUID, Instant> after = times(open);
        opening.save(open);
        int shifted = (int) after.entrySet().stream()
                .filter(each -> !each.getValue().equals(before.get(each.getKey()))).count();
        return new Report(tzdb, after.size(), shifted);
    }

    private static Map<UUID, Instant> times(OpeningCases.Open open) {
        Map<UUID, Instant> times = new HashMap<>();
        open.cases().values().forEach(client -> client.active().forEach(enrolment ->
                enrolment.pending().forEach(step -> times.put(step.reminderId(), step.at()))));
        return times;
    }
}
