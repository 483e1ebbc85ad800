package org.handrail.intake.plantedroot;

import java.sql.Connection;

/** A planted violation, for the architecture test alone. */
record Sequel(Connection connection) {
}
