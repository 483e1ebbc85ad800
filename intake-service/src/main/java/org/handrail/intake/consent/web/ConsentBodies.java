package org.handrail.intake.consent.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.handrail.contract.Purpose;
import org.handrail.intake.web.ClientBody;
import org.jspecify.annotations.Nullable;

/** What the consents and stops API takes and gives. */
final class ConsentBodies {

    private static final String PURPOSES = "`APPOINTMENT_REMINDERS`, `FOLLOW_UP`, `RECEIPTS`";

    private ConsentBodies() {
    }

    @Schema(name = "Consent")
    record Consent(
            @Schema(description = "The source's own name for the act; the same one is entered once", example = "CON-9")
            @Nullable String reference,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable ClientBody client,
            @Schema(description = PURPOSES, requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable List<@Nullable String> purposes,
            @Schema(description = "Which text was shown or read out, and its version", example = "intake-paper/4",
                    requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable String wording,
            @Schema(description = "Of the text: `en` or `es`", example = "en",
                    requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable String language,
            @Schema(description = "`SPOKEN`, `SIGNED`, `WEB_FORM`, `API` or `STAFF`", example = "SIGNED",
                    requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable String how,
            @Schema(description = "That email is not secure; without it the consent allows nothing",
                    requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable Boolean riskWarningShown,
            @Schema(description = "The email address was read back to the client, who said that it is right")
            @Nullable Boolean addressReadBack,
            @Schema(format = "date-time", requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String occurredAt,
            @Schema(description = "Left out: until revoked", format = "date-time") @Nullable String expiresAt,
            @Schema(description = "`DISCHARGED`: until the client's next discharge, if that is before expiresAt; left "
                    + "out: no event ends it", example = "DISCHARGED") @Nullable String expiresOn) {
    }

    @Schema(name = "ConsentAnswer")
    record ConsentAnswer(
            UUID clientId,
            List<ConsentOf> consents,
            boolean applied,
            @Schema(description = "`repeated`, or `deficient`: kept, but it allows nothing") @Nullable String why) {
    }

    record ConsentOf(Purpose purpose, UUID consentId) {
    }

    @Schema(name = "Stop")
    record Stop(
            @Schema(description = "The source's own name for the act; the same one is entered once", example = "STOP-4")
            @Nullable String reference,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable ClientBody client,
            @Schema(description = PURPOSES + "; left out: all") @Nullable List<@Nullable String> purposes,
            @Schema(description = "`SPOKEN`, `SIGNED`, `REPLY`, `WEB_FORM`, `API` or `STAFF`; left out: `SPOKEN`")
            @Nullable String how,
            @Schema(description = "When it was said", format = "date-time", requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable String occurredAt) {
    }

    @Schema(name = "StopAnswer")
    record StopAnswer(
            UUID clientId,
            UUID stopId,
            Set<Purpose> purposes,
            @Schema(description = "Whether no message of these purposes will leave any more") boolean inForce,
            @Schema(format = "date-time") @Nullable Instant inForceSince,
            @Nullable String detail) {
    }
}
