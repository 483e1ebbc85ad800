package org.handrail.notifier.delivery.jdbc;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.handrail.notifier.address.Addresses;
import org.handrail.notifier.address.Addresses.Suppression;
import org.handrail.notifier.delivery.Claimed;
import org.handrail.notifier.delivery.Drafting;
import org.handrail.notifier.delivery.Rounds;
import org.handrail.notifier.delivery.Settlement;
import org.handrail.notifier.operator.OperatorAlerts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/** Rounds in PostgreSQL: about five statements a transaction, however many rows. */
public final class JdbcRounds implements Rounds {

    private static final Logger LOG = LoggerFactory.getLogger(JdbcRounds.class);

    private static final String GIVE_BACK = """
            update delivery set state = 'QUEUED', reason = 'claim-undone', capped_at = null
            where state = 'SENDING' and claimed_by = ?::uuid and id <> all(?::uuid[])
            """;

    private final JdbcTemplate jdbc;
    private final TransactionOperations transaction;
    private final Claiming claiming;
    private final LedgerWriter writer;
    private final CalendarEntries calendars;
    private final Drafting drafting;
    private final Addresses addresses;
    private final OperatorAlerts alerts;
    private final Clock clock;
    private final UUID self;

    public JdbcRounds(JdbcTemplate jdbc, TransactionOperations transaction, Claiming claiming, Drafting drafting,
            LedgerWriter writer, Addresses addresses, OperatorAlerts alerts, Clock clock, UUID self) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.claiming = claiming;
        this.writer = writer;
        this.calendars = new CalendarEntries(jdbc);
        this.drafting = drafting;
        this.addresses = addresses;
        this.alerts = alerts;
        this.clock = clock;
        this.self = self;
    }

    @Override
    public Round next(Collection<Settlement> finished, int wanted) {
        try {
            return Objects.requireNonNull(transaction.execute(status -> inTransaction(finished, wanted)));
        } catch (RuntimeException e) {
            LOG.warn("A round of the delivery ledger failed and is taken again ({})", e.getClass().getSimpleName());
            throw e;
        }
    }

    private Round inTransaction(Collection<Settlement> finished, int wanted) {
        Instant now = clock.instant();
        Claiming.Looked looked = claiming.look(now, wanted);
        Drafts drafts = drafts(calendars.issue(looked.claimed(), now), now);
        List<RowChange> changes = new ArrayList<>(finished.stream().map(RowChange::of).toList());
        looked.changes().forEach(change -> changes.add(drafts.of(change)));
        Set<UUID> settled = writer.write(changes, now);
        follow(finished.stream().filter(one -> settled.contains(one.claimed().delivery().id())).toList(), now);
        if (!drafts.alerts().isEmpty()) {
            alerts.raise(drafts.alerts(), now);
        }
        return new Round(drafts.ready(), looked.moreDue());
    }

    /**
     * @param versions of the templates that messages were made from
     * @param blocked  what becomes of the rows whose message may not, or can't, go
     */
    private record Drafts(
            List<Claimed> ready, Map<UUID, Integer> versions, Map<UUID, RowChange> blocked, Set<String> alerts) {

        RowChange of(RowChange looked) {
            RowChange change = blocked.getOrDefault(looked.id(), looked);
            return change.madeFrom(versions.getOrDefault(looked.id(), 0));
        }
    }

    private Drafts drafts(List<Claimed> claimed, Instant now) {
        Drafts drafts = new Drafts(new ArrayList<>(), new HashMap<>(), new HashMap<>(), new HashSet<>());
        for (Claimed each : claimed) {
            Drafting.Draft draft = drafting.draft(each, now);
            if (draft instanceof Drafting.Draft.Ready ready) {
                drafts.ready().add(ready.claimed());
                drafts.versions().put(each.delivery().id(), ready.templateVersion());
            } else if (draft instanceof Drafting.Draft.Blocked blocked) {
                UUID id = each.delivery().id();
                drafts.blocked().put(id, RowChange.objection(id, blocked.decision()));
                drafts.alerts().add(blocked.alert());
            }
        }
        return drafts;
    }

    private void follow(Collection<Settlement> settled, Instant now) {
        List<Suppression> suppressions = settled.stream().filter(Settlement::suppress)
                .map(one -> suppression(one.claimed(), one.reason())).toList();
        if (!suppressions.isEmpty()) {
            addresses.suppress(suppressions, now);
        }
        Set<String> codes = settled.stream().flatMap(one -> one.alerts().stream()).collect(Collectors.toSet());
        if (!codes.isEmpty()) {
            alerts.raise(codes, now);
        }
    }

    private static Suppression suppression(Claimed claimed, String reason) {
        return new Suppression(claimed.delivery().clientId(), claimed.recipient().addressVersion(), reason);
    }

    @Override
    public void giveBackAllBut(Set<UUID> known) {
        transaction.executeWithoutResult(
                status -> jdbc.update(GIVE_BACK, self, known.toArray(UUID[]::new)));
    }
}
