package org.handrail.standalone.demo.ledger;

import java.time.Instant;
import java.util.UUID;

/** An act in the ledger of consents: given or stopped, for one purpose. */
public record ConsentLine(
        UUID clientId, String kind, String purpose, String how, boolean riskWarningShown, Instant occurredAt,
        Instant recordedAt) {
}
