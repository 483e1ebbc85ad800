package org.handrail.followup.publishing.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.handrail.followup.enrolment.ChangingVersions.Effect;
import org.handrail.followup.enrolment.ChangingVersions.Stays;
import org.handrail.followup.enrolment.ChangingVersions.StepChange;
import org.handrail.followup.enrolment.StepState;
import org.handrail.followup.publishing.Previewing;
import org.jspecify.annotations.Nullable;

/** What an edit does to one person; who that is, the console says. */
@Schema(name = "PreviewedPerson")
record PersonView(
        UUID enrolmentId, UUID clientId, @Schema(description = "The version they are in now") int version,
        @Schema(description = "Why they stay with it; absent when they come under the new one") @Nullable Stays stays,
        @Schema(description = "Absent times: there is no such step before, or it stays as it is") List<Change> changes) {

    @Schema(name = "PreviewedStep")
    record Change(Effect effect, String step, @Nullable Instant from, @Nullable Instant to,
            @Nullable StepState state, @Nullable String reason) {

        static Change of(StepChange change) {
            return new Change(change.effect(), change.row().key(), change.before() == null ? null : change.before().at(),
                    change.after() == null ? null : change.after().at(), change.row().state(), change.row().reason());
        }
    }

    @Schema(name = "PreviewedPeople")
    record Page(List<PersonView> items,
            @Schema(description = "Goes on from here as \"after\"; absent on the last page. A page may have fewer items"
                    + " than asked for, and still others may follow") @Nullable UUID next) {
    }

    static PersonView of(Previewing.Person person) {
        return new PersonView(person.enrolmentId(), person.clientId(), person.version(), person.stays(),
                person.changes().stream().map(Change::of).toList());
    }
}
