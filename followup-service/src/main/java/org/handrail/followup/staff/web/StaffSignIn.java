package org.handrail.followup.staff.web;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.handrail.followup.staff.Credentials;
import org.handrail.followup.staff.SignInThrottle;
import org.handrail.followup.staff.StaffAccount;
import org.handrail.followup.staff.StaffAccounts;
import org.handrail.followup.staff.StaffRole;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/**
 * Checks a name and a password. Unknown names, disabled accounts and wrong passwords cost the same time and give the
 * same answer.
 */
final class StaffSignIn implements AuthenticationProvider {

    private final StaffAccounts accounts;
    private final SignInThrottle throttle;
    private final PasswordEncoder encoder;
    private final String hashOfNobody;

    StaffSignIn(StaffAccounts accounts, SignInThrottle throttle, PasswordEncoder encoder) {
        this.accounts = accounts;
        this.throttle = throttle;
        this.encoder = encoder;
        this.hashOfNobody = String.valueOf(encoder.encode("nobody's password"));
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        String name = asked.getName();
        String password = asked.getCredentials() instanceof String given ? given : "";
        String address = asked.getDetails() instanceof WebAuthenticationDetails web ? web.getRemoteAddress() : "";
        if (!throttle.allows(name, address)) {
            throw new LockedException("too many attempts");
        }
        Optional<StaffAccount> account = accounts.bySignInName(name).filter(StaffAccount::active);
        boolean right = matches(password, account.map(StaffAccount::passwordHash).orElse(hashOfNobody));
        if (account.isEmpty() || !right) {
            throw new BadCredentialsException("name or password wrong");
        }
        throttle.succeeded(name, address);
        SignedIn principal = SignedIn.as(account.get());
        UsernamePasswordAuthenticationToken signedIn =
                UsernamePasswordAuthenticationToken.authenticated(principal, null, authorities(principal.role()));
        signedIn.setDetails(asked.getDetails());
        return signedIn;
    }

    private boolean matches(String password, String hash) {
        boolean tooLong = password.getBytes(java.nio.charset.StandardCharsets.UTF_8).length
                > Credentials.LONGEST_PASSWORD_BYTES;
        // bcrypt would look at the first bytes only
        return encoder.matches(tooLong ? "" : password, hash) && !tooLong;
    }

    private static List<GrantedAuthority> authorities(StaffRole role) {
        Stream<StaffRole> roles = role == StaffRole.ADMIN ? Stream.of(StaffRole.values()) : Stream.of(role);
        return roles.<GrantedAuthority>map(each -> new SimpleGrantedAuthority("ROLE_" + each)).toList();
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
