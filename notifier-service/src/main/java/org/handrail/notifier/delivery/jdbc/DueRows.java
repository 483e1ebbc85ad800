package org.handrail.notifier.delivery.jdbc;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.handrail.contract.Purpose;
import org.handrail.notifier.jdbc.Columns;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Locks what is due. A claim never waits for a lock: rows that somebody else has, and rows of clients whose consents
 * somebody is changing, are passed over until the next look. So a stop, which locks the ledger first and the rows
 * after it, can't be caught in a circle with a claim, and a claim can't overtake a stop.
 */
final class DueRows {

    private static final String LOCK = """
            with due as materialized (
                select id, client_id, purpose, next_attempt_at from delivery
                where state = 'QUEUED' and next_attempt_at <= ? and (next_attempt_at, id) > (?, ?::uuid)
                order by next_attempt_at, id limit ?
                for no key update skip locked),
            ledger as materialized (
                select l.client_id from consent_ledger l where l.client_id in (select client_id from due)
                for no key update of l skip locked),
            -- for the rest of the transaction: planning the last look's query anew costs more than running it
            plan as materialized (select set_config('plan_cache_mode', 'force_generic_plan', true))
            select due.id, due.client_id, due.purpose, due.next_attempt_at, ledger.client_id is not null as locked
            from plan cross join due left join ledger using (client_id)
            order by due.next_attempt_at, due.id
            """;
    private static final String HAVE_LEDGER = """
            select client_id from consent_ledger where client_id = any(?::uuid[])
            """;
    /**
     * One look at a time for a mailbox, and one client of it a look, so that its receipts are counted right; held until
     * the transaction ends.
     */
    private static final String MAILBOX_BUSY = """
            select client_id from (
                select client_id, mailbox, row_number() over (partition by mailbox order by client_id) as turn
                from contact where client_id = any(?::uuid[]) and mailbox is not null) as asked
            where turn > 1 or not pg_try_advisory_xact_lock(hashtextextended(mailbox, 4711))
            """;

    /** A look goes on where the one before ended, but for no longer than that, in real time. */
    private static final long LONGEST_RUN = Duration.ofMillis(500).toNanos();

    /** The last row that was looked at, in the order of the index. */
    private record Place(OffsetDateTime at, UUID id) {

        static final Place START = new Place(OffsetDateTime.MIN, new UUID(0, 0));
    }

    private final JdbcTemplate jdbc;
    private Place place = Place.START;
    private long runBegan;

    DueRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param seen rows that were due, whether they could be locked or not
     * @param more there may be others: behind these, or before the place where this look began
     */
    record Locked(List<UUID> deliveries, int seen, boolean more) {
    }

    private record Due(Place place, UUID clientId, Purpose purpose, boolean locked) {

        UUID id() {
            return place.id();
        }
    }

    /**
     * The index keeps an entry of each row that went until it is cleared away, so that looks which all began at the
     * start would step over more and more of them.
     */
    Locked lock(Instant now, int limit) {
        if (System.nanoTime() - runBegan > LONGEST_RUN) {
            place = Place.START;
        }
        boolean fromStart = place == Place.START;
        if (fromStart) {
            runBegan = System.nanoTime();
        }
        List<Due> due = jdbc.query(LOCK, (row, n) -> new Due(
                new Place(row.getObject("next_attempt_at", OffsetDateTime.class), row.getObject("id", UUID.class)),
                row.getObject("client_id", UUID.class), Purpose.valueOf(row.getString("purpose")),
                row.getBoolean("locked")), Columns.utc(now), place.at(), place.id(), limit);
        boolean full = due.size() == limit;
        place = full ? due.get(limit - 1).place() : Place.START;
        Set<UUID> busy = new HashSet<>(haveLedger(due.stream().filter(one -> !one.locked()).toList()));
        List<UUID> others = mailboxBusy(due.stream().filter(one -> one.purpose() == Purpose.RECEIPTS).toList());
        busy.addAll(others);
        List<UUID> free = new ArrayList<>();
        due.stream().filter(one -> !busy.contains(one.clientId())).map(Due::id).forEach(free::add);
        return new Locked(free, due.size(), full || !fromStart || !others.isEmpty() && !free.isEmpty());
    }

    /** Of rows without a locked ledger row: those that have one all the same, which somebody else is holding. */
    private List<UUID> haveLedger(Collection<Due> unlocked) {
        return clients(HAVE_LEDGER, unlocked);
    }

    private List<UUID> mailboxBusy(Collection<Due> receipts) {
        return clients(MAILBOX_BUSY, receipts);
    }

    private List<UUID> clients(String query, Collection<Due> due) {
        return due.isEmpty() ? List.of()
                : jdbc.queryForList(query, UUID.class, (Object) due.stream().map(Due::clientId).toArray(UUID[]::new));
    }
}
