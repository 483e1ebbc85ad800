package org.handrail.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Headers of every answer: nothing from third parties, no framing, no referrer (an address here may be a secret),
 * and nothing kept in a cache. Only what lies under {@code /assets/} is public and may be cached.
 */
public final class SecurityHeadersFilter extends OncePerRequestFilter {

    private final String contentSecurityPolicy;

    public SecurityHeadersFilter(String contentSecurityPolicy) {
        this.contentSecurityPolicy = contentSecurityPolicy;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader("Content-Security-Policy", contentSecurityPolicy);
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=(), interest-cohort=()");
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
        boolean asset = request.getRequestURI().startsWith("/assets/");
        response.setHeader("Cache-Control", asset ? "public, max-age=3600" : "no-store");
        chain.doFilter(request, response);
    }
}
