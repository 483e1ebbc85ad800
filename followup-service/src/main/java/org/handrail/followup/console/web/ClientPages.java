package org.handrail.followup.console.web;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.handrail.followup.audit.AuditEntry;
import org.handrail.followup.audit.AuditTrail;
import org.handrail.followup.console.ClientFacts;
import org.handrail.followup.console.Contact;
import org.handrail.followup.console.ContactDetails;
import org.handrail.followup.queue.Board;
import org.handrail.followup.queue.StaffStops;
import org.handrail.followup.queue.Task;
import org.handrail.followup.staff.web.SignedIn;
import org.handrail.followup.timeline.Timelines;
import org.handrail.followup.timeline.web.TimelineCursors;
import org.handrail.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** All about one client. Each view is in the audit log before the page leaves. */
@Controller
class ClientPages {

    private static final int ENTRIES = 40;

    private final ContactDetails contacts;
    private final ClientFacts facts;
    private final Board board;
    private final StaffStops stops;
    private final Timelines timelines;
    private final TaskRowsView tasks;
    private final ClientView view;
    private final AuditTrail audit;
    private final Clock clock;

    ClientPages(ContactDetails contacts, ClientFacts facts, Board board, StaffStops stops, Timelines timelines,
            TaskRowsView tasks, ClientView view, AuditTrail audit, Clock clock) {
        this.contacts = contacts;
        this.facts = facts;
        this.board = board;
        this.stops = stops;
        this.timelines = timelines;
        this.tasks = tasks;
        this.view = view;
        this.audit = audit;
        this.clock = clock;
    }

    @GetMapping("/clients/{id}")
    String client(@PathVariable UUID id, @RequestParam(required = false) @Nullable String before,
            @AuthenticationPrincipal SignedIn me, Locale locale, Model model) {
        Contact contact = contacts.of(List.of(id)).get(id);
        Timelines.Page page = timelines.page(id, TimelineCursors.read(before), ENTRIES);
        List<Task> open = board.openOf(id);
        if (contact == null && open.isEmpty() && page.entries().isEmpty() && !facts.isKnown(id)) {
            throw Problem.notFound("There is no such person.");
        }
        Instant now = clock.instant();
        audit.record(new AuditEntry(now, me.account(), "client.viewed", id, null));
        model.addAttribute("id", id);
        model.addAttribute("contact", view.contact(contact, now, locale));
        model.addAttribute("messages", contact == null ? List.of() : contact.messages());
        model.addAttribute("preferences", view.preferences(facts.preferences(id), contact, locale));
        model.addAttribute("address", view.address(facts.addressState(id).orElse(null), contact, locale));
        model.addAttribute("readBack", view.toReadBack(facts.addressState(id).orElse(null), contact));
        model.addAttribute("stops", view.stops(stops.ofClient(id), contact, locale));
        model.addAttribute("appointments", view.appointments(facts.appointments(id), now, locale));
        model.addAttribute("enrolments", view.enrolments(facts.enrolments(id), contact, now, locale));
        model.addAttribute("rows", tasks.of(open, me, locale));
        model.addAttribute("entries", view.entries(page.entries(), contact, locale));
        model.addAttribute("before", before);
        model.addAttribute("next", TimelineCursors.write(page.next()));
        return "client";
    }
}
