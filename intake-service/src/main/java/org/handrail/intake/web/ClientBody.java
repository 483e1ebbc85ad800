package org.handrail.intake.web;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A client in a body of the API. */
@Schema(name = "Client", description = """
        Names a client by `id` (ours), by `reference` (the source's own), or by both, which ties the two together. The \
        other fields are taken with a reference only: a field left out keeps what is known, an empty text removes it.""")
public record ClientBody(
        @Schema(description = "Handrail's id", format = "uuid")
        @Nullable String id,
        @Schema(description = "The source's own name for the client", example = "MRN-20871")
        @Nullable String reference,
        @Nullable String givenName,
        @Nullable String familyName,
        @Schema(example = "sam@example.org")
        @Nullable String email,
        @Schema(description = "As people write it; E.164 is best", example = "+1 202-555-0143")
        @Nullable String phone,
        @Schema(description = "`en` or `es`", example = "en")
        @Nullable String language,
        @Schema(description = "IANA time zone of the client, if known", example = "America/Chicago")
        @Nullable String zone,
        @Schema(description = "A configured site", example = "main")
        @Nullable String site) {

    /** Never the details. */
    @Override
    public String toString() {
        return "ClientBody[]";
    }
}
