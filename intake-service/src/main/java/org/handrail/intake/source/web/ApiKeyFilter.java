package org.handrail.intake.source.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.handrail.intake.limit.web.RateLimits;
import org.handrail.intake.source.ApiKey;
import org.handrail.intake.source.ApiKeys;
import org.handrail.intake.source.Source;
import org.handrail.platform.problem.Problem;
import org.handrail.platform.problem.ProblemWriter;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Signs a source in by {@code Authorization: Bearer <key>}, and holds it to its rate limit. */
public final class ApiKeyFilter extends OncePerRequestFilter {

    private static final String SCHEME = "Bearer ";

    private final ApiKeys keys;
    private final RateLimits limits;
    private final ProblemWriter problems;

    public ApiKeyFilter(ApiKeys keys, RateLimits limits, ProblemWriter problems) {
        this.keys = keys;
        this.limits = limits;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Source> source = source(request.getHeader("Authorization"));
        if (source.isPresent()) {
            var wait = limits.ofSource(source.get().name());
            if (wait.isPresent()) {
                problems.write(Problem.tooManyRequests(wait.get()), request, response);
                return;
            }
            SecurityContext context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(
                    UsernamePasswordAuthenticationToken.authenticated(source.get(), null, List.of()));
            SecurityContextHolder.setContext(context);
        }
        try {
            chain.doFilter(request, response);
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private Optional<Source> source(@Nullable String header) {
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        ApiKey key;
        try {
            key = new ApiKey(header.substring(SCHEME.length()).strip());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        return keys.sourceOf(key);
    }
}
