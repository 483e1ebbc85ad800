package org.handrail.followup.disclosure.web;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.handrail.followup.audit.AuditEntry;
import org.handrail.followup.audit.AuditTrail;
import org.handrail.followup.console.ClientFacts;
import org.handrail.followup.disclosure.DisclosureConsent;
import org.handrail.followup.disclosure.Disclosures;
import org.handrail.followup.disclosure.RecordKind;
import org.handrail.followup.staff.web.SignedIn;
import org.handrail.platform.problem.Problem;
import org.handrail.platform.site.Sites;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where staff enter a client's consents to disclose, end them, and ask the gate before anything is passed on. */
@Controller
@RequestMapping("/clients/{id}/disclosures")
class DisclosurePages {

    private final Disclosures disclosures;
    private final DisclosureView view;
    private final ClientFacts facts;
    private final Sites sites;
    private final AuditTrail audit;
    private final Clock clock;

    DisclosurePages(Disclosures disclosures, DisclosureView view, ClientFacts facts, Sites sites,
            AuditTrail audit, Clock clock) {
        this.disclosures = disclosures;
        this.view = view;
        this.facts = facts;
        this.sites = sites;
        this.audit = audit;
        this.clock = clock;
    }

    @GetMapping
    String page(@PathVariable UUID id, @AuthenticationPrincipal SignedIn me, Locale locale, Model model) {
        mustBeKnown(id);
        note(me, "disclosure.viewed", id, null);
        return show(id, ConsentForm.empty(sites.defaultSite().name()), locale, model);
    }

    @PostMapping("/consents")
    String record(@PathVariable UUID id, @RequestParam UUID consentId, @ModelAttribute("typed") ConsentForm form,
            @AuthenticationPrincipal SignedIn me, Locale locale, Model model, RedirectAttributes redirect) {
        mustBeKnown(id);
        Optional<String> fault = form.fault();
        if (fault.isPresent()) {
            model.addAttribute("refused", fault.get());
            return show(id, form, locale, model);
        }
        note(me, "disclosure.consent-recorded", id, consentId);
        try {
            DisclosureConsent kept = disclosures.record(id, form.entry(consentId, zone(), me.account()));
            redirect.addFlashAttribute(kept.fault() == null ? "said" : "refused",
                    kept.fault() == null ? "disclosure.recorded" : "disclosure.recorded-deficient");
            return back(id);
        } catch (Disclosures.NotReached e) {
            model.addAttribute("refused", "disclosure.not-reached");
            return show(id, form, locale, model);
        }
    }

    @PostMapping("/consents/{consent}/end")
    String end(@PathVariable UUID id, @PathVariable UUID consent, @RequestParam String why, @RequestParam String how,
            @AuthenticationPrincipal SignedIn me, RedirectAttributes redirect) {
        DisclosureConsent.End end = new DisclosureConsent.End(why.equals("EVENT") ? "EVENT" : "REVOKED",
                Set.of("spoken", "written").contains(how) ? how : "spoken", me.account().toString(), clock.instant());
        note(me, "disclosure.consent-ended", id, consent);
        try {
            boolean ended = disclosures.end(id, consent, end).isPresent();
            redirect.addFlashAttribute(ended ? "said" : "refused", ended ? "disclosure.ended" : "disclosure.unknown");
        } catch (Disclosures.NotReached e) {
            redirect.addFlashAttribute("refused", "disclosure.not-reached");
        }
        return back(id);
    }

    /** The answer is this page, not one to go on to: it is kept nowhere but in the log. */
    @PostMapping("/ask")
    String ask(@PathVariable UUID id, @RequestParam UUID disclosureId, @RequestParam String recipientId,
            @RequestParam String scope, @AuthenticationPrincipal SignedIn me, Locale locale, Model model) {
        mustBeKnown(id);
        if (ConsentForm.isNoCode(recipientId) || ConsentForm.isNoCode(scope)) {
            model.addAttribute("refused", "disclosure.choose");
        } else {
            note(me, "disclosure.asked", id, disclosureId);
            try {
                model.addAttribute("answer", view.answer(disclosures.ask(id,
                        new Disclosures.Question(disclosureId, recipientId, scope, me.account().toString())), locale));
            } catch (Disclosures.NotReached e) {
                model.addAttribute("refused", "disclosure.not-reached");
            }
        }
        return show(id, ConsentForm.empty(sites.defaultSite().name()), locale, model);
    }

    private String show(UUID id, ConsentForm form, Locale locale, Model model) {
        model.addAttribute("id", id);
        model.addAttribute("consentId", UUID.randomUUID());
        model.addAttribute("disclosureId", UUID.randomUUID());
        model.addAttribute("kinds", RecordKind.values());
        model.addAttribute("form", form);
        boolean reached = true;
        try {
            List<DisclosureConsent> consents = disclosures.consents(id);
            model.addAttribute("consents", view.consents(consents, locale));
            model.addAttribute("recipients", view.recipients(consents));
            model.addAttribute("log", view.log(disclosures.log(id), consents, locale));
        } catch (Disclosures.NotReached e) {
            reached = false;
        }
        model.addAttribute("reached", reached);
        return "disclosures";
    }

    private void mustBeKnown(UUID id) {
        if (!facts.isKnown(id)) {
            throw Problem.notFound("There is no such person.");
        }
    }

    private ZoneId zone() {
        return sites.defaultSite().zone();
    }

    private static String back(UUID id) {
        return "redirect:/clients/" + id + "/disclosures";
    }

    private void note(SignedIn me, String action, UUID client, @Nullable UUID what) {
        audit.record(new AuditEntry(clock.instant(), me.account(), action, client,
                what == null ? null : what.toString()));
    }
}
