package org.handrail.followup.staff.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A page that refreshes itself does not keep a session alive: after half an hour without a human act it ends
 * (45 CFR 164.312(a)(2)(iii)). In the time of the session store, which is real time whatever the clock says.
 */
final class IdleSignOut extends OncePerRequestFilter {

    static final Duration IDLE = Duration.ofMinutes(30);

    /** Paths that pages ask for by themselves. */
    static final String LIVE = "/queue/live";

    private static final String LAST_ACT = IdleSignOut.class.getName();
    private static final long GRAIN = Duration.ofMinutes(1).toMillis();

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        if (session != null) {
            long now = session.getLastAccessedTime();
            long lastAct = session.getAttribute(LAST_ACT) instanceof Long kept ? kept : 0;
            if (!request.getServletPath().equals(LIVE)) {
                if (now - lastAct > GRAIN) {
                    session.setAttribute(LAST_ACT, now);
                }
            } else if (lastAct > 0 && now - lastAct > IDLE.toMillis()) {
                session.invalidate();
            }
        }
        chain.doFilter(request, response);
    }
}
