package org.handrail.intake.plantedroot;

import jakarta.servlet.http.HttpServletRequest;

/** A planted violation, for the architecture test alone. */
record Servlet(HttpServletRequest request) {
}
