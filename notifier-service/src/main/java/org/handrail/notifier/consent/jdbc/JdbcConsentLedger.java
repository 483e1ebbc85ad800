package org.handrail.notifier.consent.jdbc;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.handrail.contract.consents.PreferenceChanged;
import org.handrail.contract.intake.ClientDischarged;
import org.handrail.contract.intake.ConsentRecorded;
import org.handrail.contract.intake.StopRequested;
import org.handrail.messaging.Outbox;
import org.handrail.notifier.consent.ConsentAct;
import org.handrail.notifier.consent.ConsentLedger;
import org.handrail.notifier.consent.Preference;
import org.handrail.notifier.consent.Withdrawals;
import org.handrail.notifier.consent.Withdrawals.Stopped;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The ledger in PostgreSQL. Each client's ledger row is locked before anything is read, so that acts of one client,
 * and the claims that rely on them, are decided one after the other.
 */
public final class JdbcConsentLedger implements ConsentLedger {

    private static final String REASON = "consent-withdrawn";

    private final LedgerRows ledgers;
    private final ConsentActs acts;
    private final Preferences preferences;
    private final Withdrawals withdrawals;
    private final Outbox outbox;
    private final Clock clock;

    public JdbcConsentLedger(JdbcTemplate jdbc, Withdrawals withdrawals, Outbox outbox, Clock clock) {
        this.ledgers = new LedgerRows(jdbc);
        this.acts = new ConsentActs(jdbc);
        this.preferences = new Preferences(jdbc);
        this.withdrawals = withdrawals;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public void enter(Collection<ConsentRecorded> consents, Collection<StopRequested> stops) {
        Instant now = clock.instant();
        List<ConsentAct> entered = Stream.concat(
                consents.stream().map(consent -> ConsentAct.of(consent, now)),
                stops.stream().flatMap(stop -> ConsentAct.of(stop, now).stream())).toList();
        if (entered.isEmpty()) {
            return;
        }
        Set<UUID> clients = clients(entered.stream().map(ConsentAct::clientId));
        Map<UUID, Long> versions = ledgers.lock(clients);
        acts.append(entered);
        derive(clients, versions, now);
        withdrawals.withdraw(stopped(entered, clients), REASON, now);
    }

    @Override
    public void discharged(Collection<ClientDischarged> discharges) {
        if (!discharges.isEmpty()) {
            Set<UUID> clients = clients(discharges.stream().map(ClientDischarged::clientId));
            Map<UUID, Long> versions = ledgers.lock(clients);
            acts.discharged(discharges);
            derive(clients, versions, clock.instant());
        }
    }

    @Override
    public void expire() {
        Instant now = clock.instant();
        Set<UUID> clients = clients(preferences.expiredBy(now).stream());
        if (!clients.isEmpty()) {
            derive(clients, ledgers.lock(clients), now);
        }
    }

    @Override
    public Instant stoppedSince(UUID clientId, UUID stopId) {
        return acts.stoppedSince(clientId, stopId);
    }

    private void derive(Set<UUID> clients, Map<UUID, Long> versions, Instant now) {
        Map<Stopped, Preference> before = preferences.of(clients);
        Map<Stopped, Preference> changed = acts.of(clients).entrySet().stream()
                .map(entry -> Map.entry(entry.getKey(), Preference.of(entry.getValue(), now).orElseThrow()))
                .filter(entry -> !entry.getValue().equals(before.get(entry.getKey())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        preferences.keep(changed);
        List<PreferenceChanged> facts = new ArrayList<>();
        changed.forEach((key, preference) -> {
            long version = versions.merge(key.clientId(), 1L, Long::sum);
            published(preference.state()).ifPresent(state -> facts.add(new PreferenceChanged(key.clientId(), version,
                    key.purpose(), state, preference.how(), preference.since(), preference.expiresAt())));
        });
        ledgers.advance(versions);
        outbox.publishAll(facts, now);
    }

    /** Of what was stopped just now, that which did not lose against a newer consent. */
    private List<Stopped> stopped(List<ConsentAct> entered, Set<UUID> clients) {
        Map<Stopped, Preference> now = preferences.of(clients);
        return entered.stream()
                .filter(act -> act.kind() == ConsentAct.Kind.STOPPED)
                .map(act -> new Stopped(act.clientId(), act.purpose()))
                .filter(key -> now.get(key).state() == Preference.State.WITHDRAWN)
                .distinct()
                .toList();
    }

    /** A deficient consent allows nothing and never did: nobody is told. */
    private static Optional<PreferenceChanged.State> published(Preference.State state) {
        return switch (state) {
            case IN_FORCE -> Optional.of(PreferenceChanged.State.IN_FORCE);
            case EXPIRED -> Optional.of(PreferenceChanged.State.EXPIRED);
            case WITHDRAWN -> Optional.of(PreferenceChanged.State.WITHDRAWN);
            case DEFICIENT -> Optional.empty();
        };
    }

    private static Set<UUID> clients(Stream<UUID> ids) {
        return ids.collect(Collectors.toCollection(TreeSet::new));
    }
}
