package org.handrail.intake.plantedsql.web;

import org.springframework.jdbc.core.simple.JdbcClient;

/** A planted violation, for the architecture test alone. */
record QueryingPage(JdbcClient database) {
}
