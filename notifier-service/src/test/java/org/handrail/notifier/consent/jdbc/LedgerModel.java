package org.handrail.notifier.consent.jdbc;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.handrail.contract.ExpiryEvent;
import org.handrail.contract.Purpose;
import org.handrail.contract.intake.ClientDischarged;
import org.handrail.contract.intake.ConsentRecorded;
import org.handrail.contract.intake.StopRequested;

/**
 * What the ledger should come to, said once more and simply, for acts that are further apart than clocks are wrong: the
 * newest consent with the warning counts if it is newer than every stop, until its date or event; else any stop.
 */
final class LedgerModel {

    private final Map<UUID, ConsentRecorded> consents = new HashMap<>();
    private final Map<UUID, StopRequested> stops = new HashMap<>();
    private final List<ClientDischarged> discharges = new ArrayList<>();
    /** An act from a clock that is ahead counts from when it came in. */
    private final Map<UUID, Instant> counts = new HashMap<>();

    void entered(ConsentRecorded consent, Instant at) {
        consents.putIfAbsent(consent.consentId(), consent);
        counts.putIfAbsent(consent.consentId(), earlier(consent.occurredAt(), at));
    }

    void entered(StopRequested stop, Instant at) {
        stops.putIfAbsent(stop.stopId(), stop);
        counts.putIfAbsent(stop.stopId(), earlier(stop.occurredAt(), at));
    }

    void happened(ClientDischarged discharge) {
        discharges.add(discharge);
    }

    /** @return the state's name, or NONE */
    String state(UUID client, Purpose purpose, Instant now) {
        List<ConsentRecorded> given = consents.values().stream()
                .filter(consent -> consent.clientId().equals(client) && consent.purpose() == purpose).toList();
        Instant lastStop = stops.values().stream()
                .filter(stop -> stop.clientId().equals(client) && stop.purposes().contains(purpose))
                .map(stop -> counts.get(stop.stopId())).max(Comparator.naturalOrder()).orElse(null);
        ConsentRecorded newest = given.stream().filter(ConsentRecorded::riskWarningShown)
                .max(Comparator.comparing(consent -> counts.get(consent.consentId()))).orElse(null);
        if (newest != null && (lastStop == null || counts.get(newest.consentId()).isAfter(lastStop))) {
            return ends(newest).filter(end -> !now.isBefore(end)).findAny().isPresent() ? "EXPIRED" : "IN_FORCE";
        }
        return lastStop != null ? "WITHDRAWN" : given.isEmpty() ? "NONE" : "DEFICIENT";
    }

    private Stream<Instant> ends(ConsentRecorded consent) {
        Stream<Instant> events = consent.expiresOn() != ExpiryEvent.DISCHARGED ? Stream.empty() : discharges.stream()
                .filter(each -> each.clientId().equals(consent.clientId()))
                .map(ClientDischarged::dischargedAt).filter(at -> !at.isBefore(consent.occurredAt()));
        return Stream.concat(Stream.ofNullable(consent.expiresAt()), events);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
