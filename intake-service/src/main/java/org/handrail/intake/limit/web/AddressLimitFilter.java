package org.handrail.intake.limit.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.handrail.platform.problem.Problem;
import org.handrail.platform.problem.ProblemWriter;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Holds addresses to their limits: every look at the public pages and every post of the form counts; of API and
 * webhooks only what was refused, since one address may carry a whole clinic's traffic.
 */
public final class AddressLimitFilter extends OncePerRequestFilter {

    private final RateLimits limits;
    private final RemoteAddresses addresses;
    private final ProblemWriter problems;

    public AddressLimitFilter(RateLimits limits, RemoteAddresses addresses, ProblemWriter problems) {
        this.limits = limits;
        this.addresses = addresses;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        RemoteAddress address = addresses.of(request);
        String path = request.getRequestURI();
        boolean machine = path.startsWith("/api/") || path.startsWith("/webhooks/")
                || path.startsWith("/internal/");
        Optional<Duration> wait = machine ? limits.ofRefused(address)
                : request.getMethod().equals("POST") ? limits.ofFormPost(address) : limits.ofPage(address);
        if (wait.isPresent()) {
            problems.write(Problem.tooManyRequests(wait.get()), request, response);
            return;
        }
        chain.doFilter(request, response);
        if (machine && (response.getStatus() == 401 || response.getStatus() == 403)) {
            limits.refused(address);
        }
    }
}
