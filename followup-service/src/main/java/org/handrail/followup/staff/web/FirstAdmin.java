package org.handrail.followup.staff.web;

import java.security.SecureRandom;
import java.util.UUID;
import java.util.stream.Collectors;
import org.handrail.followup.staff.Credentials;
import org.handrail.followup.staff.StaffAccount;
import org.handrail.followup.staff.StaffAccounts;
import org.handrail.followup.staff.StaffRole;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Makes the account {@code admin} when there is none at all. */
@Component
class FirstAdmin implements ApplicationRunner {

    private static final String NAME = "admin";
    /** Without those that look alike. */
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private final StaffAccounts accounts;
    private final PasswordEncoder passwords;
    private final String given;

    FirstAdmin(StaffAccounts accounts, PasswordEncoder passwords,
            @Value("${handrail.admin.password:}") String given) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.given = given;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!accounts.isEmpty()) {
            return;
        }
        String password = given.isEmpty() ? invent() : given;
        Credentials.brokenPasswordRule(password, NAME).ifPresent(rule -> {
            throw new IllegalStateException("HANDRAIL_ADMIN_PASSWORD can't be used: it must have at least "
                    + Credentials.SHORTEST_PASSWORD + " characters, at most " + Credentials.LONGEST_PASSWORD_BYTES
                    + " bytes, and must not be easy to guess");
        });
        boolean added = accounts.add(new StaffAccount(UUID.randomUUID(), NAME, "Administrator", StaffRole.ADMIN, true,
                String.valueOf(passwords.encode(password))));
        if (added && given.isEmpty()) {
            // on purpose not through the log, which others keep and read
            System.out.printf("%n  First sign-in to the console: name %s, password %s%n"
                    + "  Shown this once; change it under \"Your account\".%n%n", NAME, password);
        }
    }

    private static String invent() {
        return new SecureRandom().ints(20, 0, LETTERS.length())
                .mapToObj(index -> String.valueOf(LETTERS.charAt(index))).collect(Collectors.joining());
    }
}
