package org.handrail.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.handrail.platform.problem.Problem;
import org.handrail.platform.problem.ProblemWriter;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses bodies above the limit: at once when the length is announced, otherwise while reading. Form parameters are
 * read by the container, whose own limit ({@code server.tomcat.max-http-form-post-size}) is set to the same.
 */
public final class BodyLimitFilter extends OncePerRequestFilter {

    private final long limit;
    private final ProblemWriter writer;

    /** @param limit in bytes */
    public BodyLimitFilter(long limit, ProblemWriter writer) {
        this.limit = limit;
        this.writer = writer;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > limit) {
            response.setHeader("Connection", "close");
            writer.write(Problem.tooLarge(limit), request, response);
            return;
        }
        chain.doFilter(new LimitedRequest(request, limit), response);
    }
}
