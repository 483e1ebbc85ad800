package org.handrail.followup.publishing.web;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.handrail.followup.audit.AuditEntry;
import org.handrail.followup.audit.AuditTrail;
import org.handrail.followup.publishing.Choice;
import org.handrail.followup.publishing.Draft;
import org.handrail.followup.publishing.Preview;
import org.handrail.followup.publishing.Previewing;
import org.handrail.followup.publishing.Previews;
import org.handrail.followup.schedule.Schedule;
import org.handrail.followup.schedule.ScheduleVersion;
import org.handrail.followup.schedule.Schedules;
import org.handrail.platform.problem.Faults;
import org.handrail.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Previews that were asked for, and the people in them. That of a roll-back is one of draft 0. */
@Component
class Previewed {

    private static final int OF_VERSIONS = 0;
    private static final int LARGEST_PAGE = 200;

    private final Previewing previewing;
    private final Previews previews;
    private final Schedules schedules;
    private final Definitions definitions;
    private final AuditTrail audit;
    private final Clock clock;

    Previewed(Previewing previewing, Previews previews, Schedules schedules, Definitions definitions,
            AuditTrail audit, Clock clock) {
        this.previewing = previewing;
        this.previews = previews;
        this.schedules = schedules;
        this.definitions = definitions;
        this.audit = audit;
        this.clock = clock;
    }

    PreviewView make(Draft draft, ChoiceBody body) {
        return make(definitions.stored(draft.definition()), draft.number(), draft.revision(), body);
    }

    PreviewView make(ScheduleVersion version, ChoiceBody body) {
        return make(version.schedule(), OF_VERSIONS, version.version(), body);
    }

    private PreviewView make(Schedule schedule, int draft, int revision, ChoiceBody body) {
        Faults faults = new Faults();
        Choice choice = body.read(schedule, schedules.versions(schedule.id()), faults);
        faults.throwIfAny();
        Preview preview = previewing.preview(schedule, draft, revision, choice);
        previews.keep(preview);
        return PreviewView.of(preview);
    }

    Preview find(String scheduleId, int draft, UUID previewId) {
        return previews.find(previewId)
                .filter(each -> each.scheduleId().equals(scheduleId) && each.draft() == draft)
                .orElseThrow(() -> Problem.notFound("There is no such preview, or no longer."));
    }

    Preview findOfVersion(String scheduleId, int version, UUID previewId) {
        return Optional.of(find(scheduleId, OF_VERSIONS, previewId)).filter(each -> each.revision() == version)
                .orElseThrow(() -> Problem.notFound("There is no such preview of this version."));
    }

    PersonView.Page people(
            Preview preview, Draft draft, Meets whom, @Nullable UUID after, int size, UUID by) {
        return people(preview, asPreviewed(preview, draft), whom, after, size, by);
    }

    /** What it shows is in the audit trail. */
    PersonView.Page people(
            Preview preview, Schedule schedule, Meets whom, @Nullable UUID after, int size, UUID by) {
        if (size < 1 || size > LARGEST_PAGE) {
            throw Problem.invalid("size", "must be from 1 to " + LARGEST_PAGE);
        }
        boolean keep = preview.choice().mode() == Choice.Mode.KEEP;
        Previewing.People found = previewing.people(schedule, preview.choice(), preview.asOf(),
                keep && whom == Meets.STAYS ? each -> true : whom::meets, after, size);
        audit.recordListed(by, found.people().stream().map(Previewing.Person::clientId).toList(), clock.instant());
        return new PersonView.Page(found.people().stream().map(PersonView::of).toList(), found.next());
    }

    SideBySideView person(Preview preview, Draft draft, UUID enrolment, UUID by) {
        return person(preview, asPreviewed(preview, draft), enrolment, by);
    }

    SideBySideView person(Preview preview, Schedule schedule, UUID enrolment, UUID by) {
        Previewing.SideBySide both = previewing.person(schedule, preview.choice(), preview.asOf(), enrolment)
                .orElseThrow(() -> Problem.notFound("Nobody of this id is in an earlier version of the schedule."));
        audit.record(new AuditEntry(clock.instant(), by, "schedule.person-previewed", both.person().clientId(),
                enrolment.toString()));
        return SideBySideView.of(both);
    }

    private Schedule asPreviewed(Preview preview, Draft draft) {
        if (draft.revision() != preview.revision()) {
            throw Problem.conflict("preview-outdated", "The draft has changed since the preview; ask for another.");
        }
        return definitions.stored(draft.definition());
    }
}
