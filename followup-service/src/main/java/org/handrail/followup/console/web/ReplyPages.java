package org.handrail.followup.console.web;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.handrail.followup.audit.AuditEntry;
import org.handrail.followup.audit.AuditTrail;
import org.handrail.followup.console.ClientFacts;
import org.handrail.followup.console.ClientReplies;
import org.handrail.followup.console.Contact;
import org.handrail.followup.console.ContactDetails;
import org.handrail.followup.staff.web.SignedIn;
import org.handrail.followup.timeline.web.Moments;
import org.handrail.platform.problem.Problem;
import org.handrail.platform.site.Sites;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;

/** What a client wrote back. Who read it is in the audit log before the page leaves. */
@Controller
class ReplyPages {

    private static final Duration TRY_AGAIN = Duration.ofSeconds(10);

    private final ClientReplies replies;
    private final ContactDetails contacts;
    private final ClientFacts facts;
    private final ClientNames names;
    private final Sites sites;
    private final AuditTrail audit;
    private final Clock clock;

    ReplyPages(ClientReplies replies, ContactDetails contacts, ClientFacts facts, ClientNames names, Sites sites,
            AuditTrail audit, Clock clock) {
        this.replies = replies;
        this.contacts = contacts;
        this.facts = facts;
        this.names = names;
        this.sites = sites;
        this.audit = audit;
        this.clock = clock;
    }

    record ReplyLine(String at, boolean urgent, String text) {
    }

    @GetMapping("/clients/{id}/replies")
    String replies(@PathVariable UUID id, @AuthenticationPrincipal SignedIn me, Locale locale, Model model) {
        Contact contact = contacts.of(List.of(id)).get(id);
        if (contact == null && !facts.isKnown(id)) {
            throw Problem.notFound("There is no such person.");
        }
        Optional<List<ClientReplies.Reply>> written = replies.of(id);
        audit.record(new AuditEntry(clock.instant(), me.account(), "replies.read", id, null));
        ZoneId zone = (contact == null ? sites.defaultSite() : sites.orDefault(contact.siteId())).zone();
        model.addAttribute("id", id);
        model.addAttribute("name", names.of(contact, locale));
        model.addAttribute("reached", written.isPresent());
        model.addAttribute("replies", written.orElse(List.of()).stream().map(reply -> new ReplyLine(
                Moments.full(reply.at(), zone, locale), reply.urgent(), reply.text())).toList());
        return "replies";
    }

    /** The same for programs of staff; 503 while notifier-service, which alone keeps them, does not answer. */
    @ResponseBody
    @GetMapping(path = "/api/v1/clients/{id}/replies", produces = MediaType.APPLICATION_JSON_VALUE)
    List<ClientReplies.Reply> replies(@PathVariable UUID id, @AuthenticationPrincipal SignedIn me) {
        if (!facts.isKnown(id)) {
            throw Problem.notFound("There is no such person.");
        }
        audit.record(new AuditEntry(clock.instant(), me.account(), "replies.read", id, null));
        return replies.of(id).orElseThrow(() -> Problem.unavailable(TRY_AGAIN));
    }
}
