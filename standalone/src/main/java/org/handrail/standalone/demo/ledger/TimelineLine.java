package org.handrail.standalone.demo.ledger;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** @param seq rises in the order of recording */
public record TimelineLine(long seq, UUID clientId, Instant at, String code, Map<String, String> details) {

    public String detail(String name) {
        return details.getOrDefault(name, "");
    }
}
