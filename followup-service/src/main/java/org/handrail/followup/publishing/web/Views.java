package org.handrail.followup.publishing.web;

import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.handrail.followup.publishing.Draft;
import org.handrail.followup.publishing.Move;
import org.handrail.followup.publishing.PublishedVersion;
import org.handrail.followup.schedule.ScheduleVersion;
import org.handrail.followup.schedule.Schedules;
import org.handrail.followup.staff.StaffAccounts;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** What is stored, as the API shows it: people by name, definitions as JSON, edits in words. */
@Component
class Views {

    private final Schedules schedules;
    private final StaffAccounts accounts;
    private final Definitions definitions;

    Views(Schedules schedules, StaffAccounts accounts, Definitions definitions) {
        this.schedules = schedules;
        this.accounts = accounts;
        this.definitions = definitions;
    }

    DraftView of(Draft draft) {
        Optional<ScheduleVersion> base = draft.base() == null ? Optional.empty()
                : schedules.find(draft.scheduleId(), draft.base());
        return new DraftView(summary(draft), published(draft.scheduleId()).map(ScheduleVersion::version).orElse(null),
                base.map(from -> ChangeView.between(from.schedule(), definitions.stored(draft.definition())))
                        .orElse(List.of()),
                Definitions.tree(draft.definition()));
    }

    /** What answers whoever begins a draft. */
    ResponseEntity<DraftView> begun(Draft draft) {
        return ResponseEntity.created(URI.create(DraftSummary.path(draft)))
                .eTag(Revisions.tag(draft.revision())).body(of(draft));
    }

    DraftSummary summary(Draft draft) {
        return summaries(List.of(draft)).get(0);
    }

    List<DraftSummary> summaries(Collection<Draft> drafts) {
        Who.Names names = new Who.Names(accounts,
                drafts.stream().flatMap(draft -> Stream.of(draft.createdBy(), draft.changedBy())).toList());
        return drafts.stream().map(draft -> DraftSummary.of(draft, names)).toList();
    }

    List<VersionView> versions(Collection<PublishedVersion> versions) {
        Who.Names names = new Who.Names(accounts, versions.stream().map(PublishedVersion::by).toList());
        return versions.stream().map(version -> VersionView.of(version, names)).toList();
    }

    MoveView move(Move move) {
        return moves(List.of(move)).get(0);
    }

    List<MoveView> moves(Collection<Move> moves) {
        Who.Names names = new Who.Names(accounts, moves.stream().map(Move::askedBy).toList());
        return moves.stream().map(move -> MoveView.of(move, names)).toList();
    }

    Optional<ScheduleVersion> published(String scheduleId) {
        return schedules.published().stream().filter(version -> version.id().equals(scheduleId)).findFirst();
    }
}
