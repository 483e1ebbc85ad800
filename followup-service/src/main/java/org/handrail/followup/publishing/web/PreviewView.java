package org.handrail.followup.publishing.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.handrail.followup.publishing.Choice;
import org.handrail.followup.publishing.Preview;
import org.jspecify.annotations.Nullable;

/** What publishing would do. */
@Schema(name = "Preview")
record PreviewView(
        UUID id, String scheduleId,
        @Schema(description = "Absent for the preview of a roll-back") @Nullable Integer draft,
        @Schema(description = "The draft's, when it was asked") @Nullable Integer revision,
        @Schema(description = "Of a roll-back: the version that would come back") @Nullable Integer version,
        Choice.Mode mode, @Nullable String step, Choice.Repeats repeats,
        @Schema(description = "When it was asked; it is kept for a day") Instant asOf,
        @Schema(description = "Absent with KEEP: nothing happens to anybody") @Nullable CountsView counts,
        @Schema(description = "The same in sentences") List<String> text) {

    static PreviewView of(Preview preview) {
        boolean ofDraft = preview.draft() > 0;
        Choice choice = preview.choice();
        return new PreviewView(preview.id(), preview.scheduleId(), ofDraft ? preview.draft() : null,
                ofDraft ? preview.revision() : null, ofDraft ? null : preview.revision(),
                choice.mode(), choice.step(), choice.repeats(), preview.asOf(),
                choice.mode() == Choice.Mode.KEEP ? null : CountsView.of(preview.counts()),
                CountsWords.say(preview.counts(), choice));
    }
}
