package org.handrail.followup.staff.web;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.handrail.followup.audit.AuditEntry;
import org.handrail.followup.audit.AuditTrail;
import org.handrail.followup.staff.Credentials;
import org.handrail.followup.staff.StaffAccount;
import org.handrail.followup.staff.StaffAccounts;
import org.handrail.followup.staff.StaffRole;
import org.handrail.platform.problem.Problem;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Accounts, for admins. */
@Controller
@RequestMapping("/admin/accounts")
class AccountsPages {

    private final StaffAccounts accounts;
    private final StaffSessions sessions;
    private final PasswordEncoder passwords;
    private final AuditTrail audit;
    private final Clock clock;

    AccountsPages(StaffAccounts accounts, StaffSessions sessions, PasswordEncoder passwords, AuditTrail audit, Clock clock) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.passwords = passwords;
        this.audit = audit;
        this.clock = clock;
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("accounts", accounts.all());
        return "accounts";
    }

    @PostMapping
    String add(@RequestParam(defaultValue = "") String signInName, @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String password, @RequestParam(defaultValue = "STAFF") StaffRole role,
            @AuthenticationPrincipal SignedIn me, RedirectAttributes redirect) {
        String wanted = Credentials.normalized(signInName);
        Optional<String> fault = Credentials.brokenNameRule(wanted)
                .or(() -> name.isBlank() || name.length() > 100 || name.indexOf('\0') >= 0
                        ? Optional.of("account.display-name-form") : Optional.empty())
                .or(() -> Credentials.brokenPasswordRule(password, wanted));
        if (fault.isPresent()) {
            return back(redirect, "refused", fault.get());
        }
        UUID id = UUID.randomUUID();
        if (!accounts.add(new StaffAccount(
                id, wanted, name.strip(), role, true, String.valueOf(passwords.encode(password))))) {
            return back(redirect, "refused", "account.name-taken");
        }
        note(me, "account.added", id);
        return back(redirect, "said", "account.added");
    }

    /** Role and whether it may sign in; its sessions end, so that the change counts at once. */
    @PostMapping("/{id}")
    String change(@PathVariable UUID id, @RequestParam StaffRole role,
            @RequestParam(defaultValue = "false") boolean active,
            @AuthenticationPrincipal SignedIn me, RedirectAttributes redirect) {
        accounts.find(id).orElseThrow(() -> Problem.notFound("There is no such account."));
        if (!accounts.change(id, role, active)) {
            return back(redirect, "refused", "account.last-admin");
        }
        note(me, active ? "account.changed" : "account.disabled", id);
        sessions.endAll(id);
        return back(redirect, "said", "account.saved");
    }

    /** For a colleague who has forgotten theirs. */
    @PostMapping("/{id}/password")
    String setPassword(@PathVariable UUID id, @RequestParam(defaultValue = "") String password,
            @AuthenticationPrincipal SignedIn me, RedirectAttributes redirect) {
        StaffAccount account = accounts.find(id).orElseThrow(() -> Problem.notFound("There is no such account."));
        Optional<String> fault = Credentials.brokenPasswordRule(password, account.signInName());
        if (fault.isPresent()) {
            return back(redirect, "refused", fault.get());
        }
        accounts.changePassword(id, String.valueOf(passwords.encode(password)));
        note(me, "account.password-set", id);
        sessions.endAll(id);
        return back(redirect, "said", "account.saved");
    }

    private void note(SignedIn me, String action, UUID account) {
        audit.record(new AuditEntry(clock.instant(), me.account(), action, null, account.toString()));
    }

    private static String back(RedirectAttributes redirect, String kind, String message) {
        redirect.addFlashAttribute(kind, message);
        return "redirect:/admin/accounts";
    }
}
