package org.handrail.followup.staff.web;

import java.time.Clock;
import java.util.Optional;
import org.handrail.followup.audit.AuditEntry;
import org.handrail.followup.audit.AuditTrail;
import org.handrail.followup.staff.Credentials;
import org.handrail.followup.staff.StaffAccount;
import org.handrail.followup.staff.StaffAccounts;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Signing in, and one's own account. */
@Controller
class AccountPages {

    private final StaffAccounts accounts;
    private final StaffSessions sessions;
    private final PasswordEncoder passwords;
    private final AuditTrail audit;
    private final Clock clock;

    AccountPages(StaffAccounts accounts, StaffSessions sessions, PasswordEncoder passwords, AuditTrail audit, Clock clock) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.passwords = passwords;
        this.audit = audit;
        this.clock = clock;
    }

    @GetMapping("/sign-in")
    String signIn(@AuthenticationPrincipal @Nullable SignedIn me) {
        return me == null ? "sign-in" : "redirect:/queue";
    }

    @GetMapping("/account")
    String account() {
        return "account";
    }

    /** Ends every session of the account, this one too. */
    @PostMapping("/account/password")
    String changePassword(@RequestParam(defaultValue = "") String current, @RequestParam(defaultValue = "") String wanted,
            @RequestParam(defaultValue = "") String again, @AuthenticationPrincipal SignedIn me, Model model) {
        StaffAccount account = accounts.find(me.account()).orElseThrow();
        Optional<String> fault = !passwords.matches(current, account.passwordHash())
                ? Optional.of("account.current-wrong")
                : !wanted.equals(again) ? Optional.of("account.again-differs")
                : Credentials.brokenPasswordRule(wanted, account.signInName());
        if (fault.isPresent()) {
            model.addAttribute("fault", fault.get());
            return "account";
        }
        accounts.changePassword(me.account(), String.valueOf(passwords.encode(wanted)));
        audit.record(new AuditEntry(clock.instant(), me.account(), "account.password-changed", null,
                me.account().toString()));
        sessions.endAll(me.account());
        return "redirect:/sign-in?changed";
    }
}
