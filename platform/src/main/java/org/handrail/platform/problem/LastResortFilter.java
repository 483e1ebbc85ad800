package org.handrail.platform.problem;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Answers what filters and the container throw, so that no exception reaches the container's own log or page. */
public final class LastResortFilter extends OncePerRequestFilter {

    private final ProblemAdvice advice;

    LastResortFilter(ProblemAdvice advice) {
        this.advice = advice;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        try {
            chain.doFilter(request, response);
        } catch (Exception e) {
            advice.answerAny(e, request, response);
        }
    }
}
