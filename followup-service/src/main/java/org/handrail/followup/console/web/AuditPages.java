package org.handrail.followup.console.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.handrail.followup.audit.AuditTrail;
import org.handrail.followup.staff.StaffAccounts;
import org.handrail.followup.timeline.web.Moments;
import org.handrail.followup.timeline.web.TimelineWords;
import org.handrail.platform.site.Sites;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who saw or changed which record: everybody's or one client's. */
@Controller
class AuditPages {

    private static final int PAGE = 100;

    private final AuditTrail audit;
    private final StaffAccounts accounts;
    private final TimelineWords words;
    private final Sites sites;

    AuditPages(AuditTrail audit, StaffAccounts accounts, TimelineWords words, Sites sites) {
        this.audit = audit;
        this.accounts = accounts;
        this.words = words;
        this.sites = sites;
    }

    @GetMapping("/admin/audit")
    String page(@RequestParam(required = false) @Nullable UUID client,
            @RequestParam(required = false) @Nullable Long before, Model model, Locale locale) {
        List<AuditTrail.Recorded> entries = audit.page(client, before, PAGE);
        Map<UUID, String> names = accounts.names(
                entries.stream().map(recorded -> recorded.entry().account()).collect(Collectors.toSet()));
        model.addAttribute("lines", entries.stream().map(AuditTrail.Recorded::entry).map(entry -> new Line(
                Moments.full(entry.at(), sites.defaultSite().zone(), locale),
                names.getOrDefault(entry.account(), entry.account().toString()),
                words.code("action", entry.action(), locale), entry.clientId())).toList());
        model.addAttribute("client", client);
        model.addAttribute("next", entries.size() < PAGE ? null : entries.get(entries.size() - 1).number());
        return "audit";
    }

    record Line(String at, String who, String what, @Nullable UUID clientId) {
    }
}
