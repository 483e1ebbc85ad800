package org.handrail.intake.inquiry.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.handrail.intake.web.ClientBody;
import org.jspecify.annotations.Nullable;

/** What the inquiries API takes and gives. */
final class InquiryBodies {

    private InquiryBodies() {
    }

    @Schema(name = "Inquiry")
    record Inquiry(
            @Schema(description = "Who asks. With an id or a reference it is that client; without, a new one, with "
                    + "possible matches told to staff. An email or a phone number is needed then.",
                    requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable ClientBody client,
            @Schema(description = "Who wrote: `SELF`, `RELATIVE`, `PROFESSIONAL` or `OTHER`; left out: `SELF`")
            @Nullable String relationship,
            @Schema(description = "`EMAIL` or `PHONE`; left out: the phone if there is one")
            @Nullable String preferredContact,
            @Schema(description = "At most 4,000 characters") @Nullable String message,
            @Schema(description = "A configured site") @Nullable String site,
            @Schema(description = "When it was received; left out: now", format = "date-time")
            @Nullable String occurredAt) {

        /** Never what somebody wrote. */
        @Override
        public String toString() {
            return "Inquiry[]";
        }
    }

    @Schema(name = "InquiryAnswer")
    record InquiryAnswer(
            UUID inquiryId,
            UUID clientId,
            @Schema(description = "Words of crisis were found: on-call has been told, and the lines below should be "
                    + "shown now") boolean crisis,
            @Schema(description = "Always there, to be shown whenever somebody might need them")
            List<CrisisLine> crisisLines) {
    }

    @Schema(name = "CrisisLine")
    record CrisisLine(String name, String number) {

        static final List<CrisisLine> ALL = List.of(
                new CrisisLine("Emergency", "911"),
                new CrisisLine("988 Suicide and Crisis Lifeline (call or text)", "988"),
                new CrisisLine("SAMHSA National Helpline", "1-800-662-4357"));
    }
}
