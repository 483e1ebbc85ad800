package org.handrail.followup.staff.web;

import static org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher.withDefaults;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.handrail.followup.audit.AuditEntry;
import org.handrail.followup.audit.AuditTrail;
import org.handrail.followup.staff.SignInAttempts;
import org.handrail.followup.staff.SignInThrottle;
import org.handrail.followup.staff.StaffAccounts;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.savedrequest.CookieRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** What a request needs: a session for pages; a session or Basic for the API. */
@Configuration(proxyBeanMethods = false)
class StaffSecurity {

    @Bean
    PasswordEncoder staffPasswords() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    @Bean
    SignInThrottle signInThrottle(SignInAttempts attempts, Clock clock) {
        return new SignInThrottle(attempts, clock);
    }

    @Bean
    AuthenticationManager staffAuthentication(StaffAccounts accounts, SignInThrottle throttle, PasswordEncoder passwords) {
        return new ProviderManager(new StaffSignIn(accounts, throttle, passwords));
    }

    @Bean
    SecurityFilterChain consoleAndApi(
            HttpSecurity http, AuthenticationManager authentication, AuditTrail audit, Clock clock,
            @Value("${handrail.console.url:}") String consoleUrl) {
        RequestCache pages = pagesAskedFor();
        return http
                .authenticationManager(authentication)
                .authorizeHttpRequests(requests -> requests
                        .requestMatchers("/sign-in", "/assets/**", "/openapi.json", "/error").permitAll()
                        .requestMatchers("/admin/**", "/api/v1/time-zone-reports", "/api/v1/clients/*/erasure",
                                "/api/v1/templates/**", "/api/v1/revealing-words").hasRole("ADMIN")
                        .requestMatchers("/api/v1/schedules/drafts", "/api/v1/schedules/*/drafts/**",
                                "/api/v1/schedules/*/versions/*/previews/**", "/api/v1/schedules/moves/**",
                                "/api/v1/schedules/*/moves/**").hasRole("ADMIN")
                        .requestMatchers(HttpMethod.GET, "/api/v1/schedules/**").hasRole("STAFF")
                        .requestMatchers("/api/v1/schedules/**").hasRole("ADMIN")
                        .anyRequest().hasRole("STAFF"))
                .formLogin(form -> form
                        .loginPage("/sign-in")
                        .usernameParameter("name")
                        .successHandler(signedIn(pages, audit, clock))
                        .failureHandler((request, response, why) -> response.sendRedirect(
                                why instanceof LockedException ? "/sign-in?wait" : "/sign-in?wrong")))
                .httpBasic(basic -> basic.authenticationEntryPoint(new NotSignedIn()))
                .logout(logout -> logout
                        .logoutUrl("/sign-out")
                        .addLogoutHandler((request, response, who) -> note(audit, clock, who, "signed-out"))
                        .logoutSuccessUrl("/sign-in?out"))
                .csrf(csrf -> csrf
                        .csrfTokenRepository(csrfCookie(SessionConfiguration.isSecure(consoleUrl)))
                        .ignoringRequestMatchers(basicFromAProgram()))
                .requestCache(cache -> cache.requestCache(pages))
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(new NotSignedIn()))
                .addFilterBefore(new IdleSignOut(), SecurityContextHolderFilter.class)
                .build();
    }

    /** In a cookie: whoever is not signed in has no session. */
    private static CookieCsrfTokenRepository csrfCookie(boolean secure) {
        CookieCsrfTokenRepository repository = new CookieCsrfTokenRepository();
        repository.setCookieName(secure ? "__Host-handrail-console-csrf" : "handrail-console-csrf");
        repository.setCookiePath("/");
        repository.setCookieCustomizer(cookie -> cookie.httpOnly(true).secure(secure).sameSite("Strict"));
        return repository;
    }

    /** Where to go on after signing in; a cookie, for the same reason. Pages only. */
    private static RequestCache pagesAskedFor() {
        CookieRequestCache cache = new CookieRequestCache();
        RequestMatcher page = request -> HttpMethod.GET.matches(request.getMethod())
                && request.getHeader("HX-Request") == null
                && !request.getServletPath().startsWith("/api/")
                && String.valueOf(request.getHeader("Accept")).contains("text/html");
        cache.setRequestMatcher(page);
        return cache;
    }

    private static SavedRequestAwareAuthenticationSuccessHandler signedIn(
            RequestCache pages, AuditTrail audit, Clock clock) {
        SavedRequestAwareAuthenticationSuccessHandler handler = new SavedRequestAwareAuthenticationSuccessHandler() {
            @Override
            public void onAuthenticationSuccess(
                    HttpServletRequest request, HttpServletResponse response, Authentication who)
                    throws ServletException, IOException {
                note(audit, clock, who, "signed-in");
                super.onAuthenticationSuccess(request, response, who);
            }
        };
        handler.setRequestCache(pages);
        handler.setDefaultTargetUrl("/queue");
        return handler;
    }

    private static void note(AuditTrail audit, Clock clock, @Nullable Authentication who, String action) {
        if (who != null && who.getPrincipal() instanceof SignedIn person) {
            audit.record(new AuditEntry(clock.instant(), person.account(), action, null, null));
        }
    }

    /** A program sends Basic on purpose; a browser that was asked for it would send it with a forged form, too. */
    private static RequestMatcher basicFromAProgram() {
        RequestMatcher api = withDefaults().matcher("/api/**");
        return request -> {
            String authorization = request.getHeader("Authorization");
            String site = request.getHeader("Sec-Fetch-Site");
            return api.matches(request)
                    && authorization != null && authorization.regionMatches(true, 0, "Basic ", 0, 6)
                    && (site == null || site.equals("same-origin"));
        };
    }
}
