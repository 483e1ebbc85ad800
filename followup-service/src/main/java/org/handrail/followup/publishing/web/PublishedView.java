package org.handrail.followup.publishing.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.handrail.followup.publishing.Difference;
import org.handrail.followup.publishing.Publishing;
import org.jspecify.annotations.Nullable;

/** What has been published. */
@Schema(name = "Published")
record PublishedView(
        int version, @Schema(description = "Absent when nobody is to be moved") @Nullable UUID move,
        @Schema(description = "What it does, as of the moment of publishing") PreviewView preview,
        @Schema(description = "From the preview that was seen") List<Difference> differences) {

    static PublishedView of(Publishing.Published published) {
        return new PublishedView(published.version(), published.move(), PreviewView.of(published.preview()),
                published.differences());
    }
}
