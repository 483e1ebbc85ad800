package org.handrail.intake.plantedroot;

import org.apache.camel.Exchange;

/** A planted violation, for the architecture test alone. */
record Camelish(Exchange exchange) {
}
