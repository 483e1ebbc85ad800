package org.handrail.notifier.disclosure.web;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.handrail.contract.Checks;
import org.handrail.notifier.disclosure.DisclosureConsent;
import org.handrail.notifier.disclosure.Disclosures;
import org.handrail.notifier.disclosure.Gate;
import org.handrail.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Recording, revoking, asking and listing, for whoever holds the services' shared token. */
@RestController
@RequestMapping("/internal/clients/{client}")
class DisclosuresController {

    private static final int LONGEST = 2000;

    private final Disclosures disclosures;
    private final Clock clock;

    DisclosuresController(Disclosures disclosures, Clock clock) {
        this.disclosures = disclosures;
        this.clock = clock;
    }

    record Consent(@Nullable UUID consentId, @Nullable String clientName, @Nullable String discloser,
            @Nullable String recipient, @Nullable String recipientId, @Nullable String what,
            @Nullable Set<@Nullable String> scope, @Nullable String purpose, @Nullable Boolean rightToRevokeTold,
            @Nullable Instant expiresAt, @Nullable String expiresOn, @Nullable String signedBy,
            @Nullable Instant signedAt, @Nullable String recordedBy) {
    }

    record Ending(DisclosureConsent.@Nullable Why why, @Nullable String how, @Nullable String recordedBy,
            @Nullable Instant occurredAt) {
    }

    record Question(@Nullable UUID disclosureId, @Nullable String recipientId, @Nullable String scope,
            @Nullable String askedBy) {
    }

    /** @param fault null: in force */
    record Listed(DisclosureConsent consent, @Nullable String fault) {
    }

    /** @param refused null: allowed */
    record Answer(UUID disclosureId, boolean allowed, @Nullable UUID consentId, @Nullable String notice,
            @Nullable String explanation, @Nullable String refused) {
    }

    @PostMapping("/disclosure-consents")
    ResponseEntity<Listed> record(@PathVariable UUID client, @RequestBody Consent body) {
        DisclosureConsent consent = checked(() -> new DisclosureConsent(given("consentId", body.consentId()), client,
                text(body.clientName()), text(body.discloser()), text(body.recipient()),
                given("recipientId", body.recipientId()), text(body.what()),
                body.scope() == null ? Set.of() : Set.copyOf(body.scope().stream()
                        .map(kind -> given("scope", kind)).toList()),
                text(body.purpose()), Boolean.TRUE.equals(body.rightToRevokeTold()), body.expiresAt(),
                text(body.expiresOn()), text(body.signedBy()), body.signedAt(),
                given("recordedBy", body.recordedBy()), clock.instant(), null));
        boolean fresh = disclosures.record(consent);
        DisclosureConsent kept = disclosures.of(client).stream()
                .filter(one -> one.consentId().equals(consent.consentId())).findFirst()
                .orElseThrow(() -> Problem.conflict("consent-taken", "That consentId is another client's."));
        return ResponseEntity.status(fresh ? HttpStatus.CREATED : HttpStatus.OK).body(listed(kept));
    }

    @PostMapping("/disclosure-consents/{consent}/end")
    Listed end(@PathVariable UUID client, @PathVariable UUID consent, @RequestBody Ending body) {
        DisclosureConsent.End end = checked(() -> new DisclosureConsent.End(
                body.why() == null ? DisclosureConsent.Why.REVOKED : body.why(), given("how", body.how()),
                given("recordedBy", body.recordedBy()),
                body.occurredAt() == null ? clock.instant() : body.occurredAt()));
        return disclosures.end(client, consent, end).map(this::listed)
                .orElseThrow(() -> Problem.notFound("The client has no such consent."));
    }

    @GetMapping("/disclosure-consents")
    List<Listed> consents(@PathVariable UUID client) {
        return disclosures.of(client).stream().map(this::listed).toList();
    }

    /** What is allowed goes with the notice and the explanation, or not at all. */
    @PostMapping("/disclosures")
    Answer ask(@PathVariable UUID client, @RequestBody Question body) {
        Disclosures.Ask ask = checked(() -> {
            Checks.code("recipientId", given("recipientId", body.recipientId()));
            Checks.code("scope", given("scope", body.scope()));
            Checks.code("askedBy", given("askedBy", body.askedBy()));
            return new Disclosures.Ask(given("disclosureId", body.disclosureId()), client,
                    Objects.requireNonNull(body.recipientId()), Objects.requireNonNull(body.scope()),
                    Objects.requireNonNull(body.askedBy()));
        });
        Gate.Verdict verdict = disclosures.ask(ask);
        return verdict instanceof Gate.Verdict.Allowed allowed
                ? new Answer(ask.disclosureId(), true, allowed.consentId(), allowed.notice(), allowed.explanation(), null)
                : new Answer(ask.disclosureId(), false, null, null, null, ((Gate.Verdict.Refused) verdict).reason());
    }

    @GetMapping("/disclosures")
    List<Disclosures.Asked> log(@PathVariable UUID client) {
        return disclosures.log(client);
    }

    private Listed listed(DisclosureConsent consent) {
        return new Listed(consent, Gate.fault(consent, clock.instant()).orElse(null));
    }

    private static <T> T given(String field, @Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException(field + " must be given");
        }
        return value;
    }

    private static @Nullable String text(@Nullable String value) {
        if (value != null && (value.length() > LONGEST || value.indexOf('\0') >= 0)) {
            throw new IllegalArgumentException("texts must have at most " + LONGEST + " characters");
        }
        return value == null || value.isBlank() ? null : value.strip();
    }

    /** The messages of what is checked here name fields and never hold values. */
    private static <T> T checked(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("/", String.valueOf(e.getMessage()));
        }
    }
}
