package org.handrail.followup.staff.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/** Sends people to the sign-in page and tells programs 401. */
final class NotSignedIn implements AuthenticationEntryPoint {

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Redirect", "/sign-in?ended");
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else if (request.getServletPath().startsWith("/api/")) {
            if (request.getHeader("Sec-Fetch-Site") == null) {
                // no browser: there the challenge would open a window that keeps the password
                response.setHeader("WWW-Authenticate", "Basic realm=\"handrail\", charset=\"UTF-8\"");
            }
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
        } else {
            response.sendRedirect("/sign-in");
        }
    }
}
