package org.handrail.notifier.link.web;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Whether a program pressed the button (ADR 0018). Chromium says of each navigation whether a person's key, click or
 * touch led to it, and scanners that run scripts are nearly all made of it. Other browsers do not say, so only what
 * names itself Chromium (by {@code Sec-CH-UA}, which no script can set or suppress) is held to it.
 */
final class PersonsHand {

    private PersonsHand() {
    }

    static boolean isMissing(HttpServletRequest request) {
        return request.getHeader("Sec-CH-UA") != null && !"?1".equals(request.getHeader("Sec-Fetch-User"));
    }
}
