package org.handrail.followup.disclosure.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.handrail.followup.audit.AuditEntry;
import org.handrail.followup.audit.AuditTrail;
import org.handrail.followup.console.ClientFacts;
import org.handrail.followup.disclosure.DisclosureConsent;
import org.handrail.followup.disclosure.Disclosures;
import org.handrail.followup.staff.web.SignedIn;
import org.handrail.platform.problem.FieldFault;
import org.handrail.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Consents to disclose and the gate, for staff and for programs. Who asked is in the audit log first. */
@RestController
@RequestMapping(path = "/api/v1/clients/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
class DisclosuresApi {

    private static final Duration TRY_AGAIN = Duration.ofSeconds(10);

    private final Disclosures disclosures;
    private final ClientFacts facts;
    private final AuditTrail audit;
    private final Clock clock;

    DisclosuresApi(Disclosures disclosures, ClientFacts facts, AuditTrail audit, Clock clock) {
        this.disclosures = disclosures;
        this.facts = facts;
        this.audit = audit;
        this.clock = clock;
    }

    enum Why { REVOKED, EVENT }

    /** @param how spoken, written, ...; a code */
    record EndBody(@Nullable Why why, @Nullable String how, @Nullable Instant occurredAt) {
    }

    record QuestionBody(@Nullable UUID disclosureId, @Nullable String recipientId, @Nullable String scope) {
    }

    @GetMapping("/disclosure-consents")
    List<DisclosureConsent> consents(@PathVariable UUID id) {
        return reached(() -> disclosures.consents(id));
    }

    @PostMapping("/disclosure-consents")
    @ResponseStatus(HttpStatus.CREATED)
    DisclosureConsent record(@PathVariable UUID id, @RequestBody ConsentBody body,
            @AuthenticationPrincipal SignedIn me) {
        DisclosureConsent.Entry entry = body.checked(me.account());
        if (!facts.isKnown(id)) {
            throw Problem.notFound("There is no such person.");
        }
        note(me, "disclosure.consent-recorded", id, entry.consentId());
        return reached(() -> disclosures.record(id, entry));
    }

    /** From the answer on, nothing is disclosed under it. */
    @PostMapping("/disclosure-consents/{consent}/end")
    DisclosureConsent end(@PathVariable UUID id, @PathVariable UUID consent, @RequestBody EndBody body,
            @AuthenticationPrincipal SignedIn me) {
        List<FieldFault> faults = new ArrayList<>();
        ConsentBody.code(faults, "/how", body.how());
        if (!faults.isEmpty() || body.how() == null) {
            throw Problem.invalid(faults);
        }
        DisclosureConsent.End end = new DisclosureConsent.End((body.why() == null ? Why.REVOKED : body.why()).name(),
                body.how(), me.account().toString(),
                body.occurredAt() == null ? clock.instant() : body.occurredAt());
        note(me, "disclosure.consent-ended", id, consent);
        return reached(() -> disclosures.end(id, consent, end))
                .orElseThrow(() -> Problem.notFound("This person has no such consent."));
    }

    @GetMapping("/disclosures")
    List<Disclosures.Asked> log(@PathVariable UUID id) {
        return reached(() -> disclosures.log(id));
    }

    /** Disclose only what the answer allows, and with its notice and explanation. */
    @PostMapping("/disclosures")
    Disclosures.Answer ask(@PathVariable UUID id, @RequestBody QuestionBody body,
            @AuthenticationPrincipal SignedIn me) {
        List<FieldFault> faults = new ArrayList<>();
        if (body.disclosureId() == null) {
            faults.add(new FieldFault(
                    "/disclosureId", "must be given: a UUID of your own, the same when you try again"));
        }
        ConsentBody.code(faults, "/recipientId", body.recipientId());
        ConsentBody.code(faults, "/scope", body.scope());
        if (!faults.isEmpty() || body.disclosureId() == null || body.recipientId() == null || body.scope() == null) {
            throw Problem.invalid(faults);
        }
        Disclosures.Question question = new Disclosures.Question(
                body.disclosureId(), body.recipientId(), body.scope(), me.account().toString());
        note(me, "disclosure.asked", id, body.disclosureId());
        return reached(() -> disclosures.ask(id, question));
    }

    private void note(SignedIn me, String action, UUID client, UUID what) {
        audit.record(new AuditEntry(clock.instant(), me.account(), action, client, what.toString()));
    }

    private static <T> T reached(Supplier<T> call) {
        try {
            return call.get();
        } catch (Disclosures.NotReached e) {
            throw Problem.unavailable(TRY_AGAIN);
        }
    }
}
