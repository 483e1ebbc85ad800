package org.handrail.followup.proof.web;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.handrail.followup.audit.AuditEntry;
import org.handrail.followup.audit.AuditTrail;
import org.handrail.followup.proof.Ledger;
import org.handrail.followup.proof.ProofSheet;
import org.handrail.followup.staff.web.SignedIn;
import org.handrail.platform.problem.Problem;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** The sheet as a page to print, in English or Spanish, and as JSON. Whoever sees it is in the audit log. */
@Controller
class ProofPages {

    private final Ledger ledger;
    private final ProofView view;
    private final AuditTrail audit;
    private final Clock clock;

    ProofPages(Ledger ledger, ProofView view, AuditTrail audit, Clock clock) {
        this.ledger = ledger;
        this.view = view;
        this.audit = audit;
        this.clock = clock;
    }

    @GetMapping("/clients/{id}/consents")
    String sheet(@PathVariable UUID id, @RequestParam(defaultValue = "en") String lang,
            @AuthenticationPrincipal SignedIn me, Model model) {
        audit.record(new AuditEntry(clock.instant(), me.account(), "client.consents-viewed", id, null));
        model.addAttribute("sheet", view.of(proof(id), lang.equals("es") ? "es" : "en"));
        return "consents";
    }

    /** Audited as everything below {@code /api/v1/clients}. */
    @ResponseBody
    @GetMapping(path = "/api/v1/clients/{id}/consents", produces = MediaType.APPLICATION_JSON_VALUE)
    ProofSheet sheet(@PathVariable UUID id) {
        return proof(id);
    }

    private ProofSheet proof(UUID id) {
        return ledger.proofOf(id).orElseThrow(() -> Problem.unavailable(Duration.ofSeconds(10)));
    }
}
