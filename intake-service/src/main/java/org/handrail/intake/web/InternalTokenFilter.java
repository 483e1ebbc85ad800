package org.handrail.intake.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.MessageDigest;
import org.handrail.intake.idempotency.Fingerprint;
import org.handrail.platform.problem.Problem;
import org.handrail.platform.problem.ProblemWriter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/** Keeps out of {@code /internal} whoever does not show the secret that the services share. */
final class InternalTokenFilter extends OncePerRequestFilter {

    private static final String BEARER = "Bearer ";

    private final byte[] expected;
    private final ProblemWriter problems;

    InternalTokenFilter(String token, ProblemWriter problems) {
        this.expected = Fingerprint.of(token);
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isKnown(request.getHeader(HttpHeaders.AUTHORIZATION))) {
            chain.doFilter(request, response);
        } else {
            response.setHeader("WWW-Authenticate", "Bearer");
            problems.write(Problem.unauthorized("The services' shared token is needed."), request, response);
        }
    }

    /** Digests have one length, so that the time of the comparison tells nothing. */
    private boolean isKnown(@Nullable String header) {
        return header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())
                && MessageDigest.isEqual(expected, Fingerprint.of(header.substring(BEARER.length()).strip()));
    }
}
