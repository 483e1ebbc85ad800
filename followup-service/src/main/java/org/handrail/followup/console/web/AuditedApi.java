package org.handrail.followup.console.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.UUID;
import org.handrail.followup.audit.AuditEntry;
import org.handrail.followup.audit.AuditTrail;
import org.handrail.followup.staff.web.SignedIn;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.server.PathContainer;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Whatever the API tells about a client is in the audit log first, whichever feature tells it. */
@Configuration(proxyBeanMethods = false)
class AuditedApi implements WebMvcConfigurer, HandlerInterceptor {

    private static final String CLIENTS = "/api/v1/clients/**";
    private static final PathPattern OF_ONE = PathPatternParser.defaultInstance.parse("/api/v1/clients/{id}/**");

    private final AuditTrail audit;
    private final Clock clock;

    AuditedApi(AuditTrail audit, Clock clock) {
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns(CLIENTS);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        PathPattern.PathMatchInfo match = OF_ONE.matchAndExtract(PathContainer.parsePath(request.getServletPath()));
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        if (match != null && who != null && who.getPrincipal() instanceof SignedIn person) {
            record(match.getUriVariables().get("id"), person);
        }
        return true;
    }

    private void record(String id, SignedIn person) {
        UUID client;
        try {
            client = UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            // whoever answers the request will say so
            return;
        }
        audit.record(new AuditEntry(clock.instant(), person.account(), "client.read-by-api", client, null));
    }
}
