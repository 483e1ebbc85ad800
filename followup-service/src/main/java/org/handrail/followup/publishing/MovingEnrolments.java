package org.handrail.followup.publishing;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.handrail.contract.AppointmentKind;
import org.handrail.contract.intake.AppointmentChanged;
import org.handrail.followup.enrolment.ChangingVersions;
import org.handrail.followup.enrolment.ChangingVersions.Stays;
import org.handrail.followup.enrolment.ClientCase;
import org.handrail.followup.enrolment.Enrolment;
import org.handrail.followup.enrolment.OpeningCases;
import org.handrail.followup.publishing.Move.State;
import org.handrail.followup.publishing.Moves.Ref;
import org.handrail.followup.schedule.Edit;
import org.handrail.followup.schedule.Schedules;
import org.jspecify.annotations.Nullable;

/**
 * Moves those enrolled to a version that was published, a batch in the caller's transaction: what a batch did and how
 * far it came are stored together, so a move that is killed goes on where it stood. Thread-safe; several instances
 * take turns.
 */
public final class MovingEnrolments {

    private final Moves moves;
    private final Schedules schedules;
    private final OpeningCases opening;
    private final Clock clock;

    public MovingEnrolments(Moves moves, Schedules schedules, OpeningCases opening, Clock clock) {
        this.moves = moves;
        this.schedules = schedules;
        this.opening = opening;
        this.clock = clock;
    }

    /** @return how many were looked at; none: no move is running, or another instance is at it */
    public int moveBatch(int most) {
        Optional<Move> held = moves.hold();
        if (held.isEmpty()) {
            return 0;
        }
        Move move = held.get();
        List<Ref> batch = moves.next(move.scheduleId(), move.version(), move.reached(), most);
        if (batch.isEmpty()) {
            moves.store(move.in(State.DONE, clock.instant()));
            return 0;
        }
        Counts done = move(move, batch);
        moves.store(move.advanced(batch.size(), batch.get(batch.size() - 1).enrolmentId(), done, clock.instant()));
        return batch.size();
    }

    private Counts move(Move move, List<Ref> batch) {
        Edits edits = Edits.to(schedules.find(move.scheduleId(), move.version()).orElseThrow().schedule(),
                move.version(), schedules.versions(move.scheduleId()));
        OpeningCases.Open open = opening.open(
                batch.stream().map(Ref::clientId).distinct().toList(), move.effectiveAt());
        Tally tally = new Tally();
        for (Ref ref : batch) {
            ClientCase client = open.of(ref.clientId());
            client.enrolment(ref.enrolmentId())
                    .filter(each -> each.isActive() && each.origin().scheduleVersion() < move.version())
                    .ifPresent(each -> move(move, edits, client, each, open, tally));
        }
        opening.save(open);
        return tally.counts();
    }

    private static void move(
            Move move, Edits edits, ClientCase client, Enrolment enrolment, OpeningCases.Open open, Tally tally) {
        int from = enrolment.origin().scheduleVersion();
        Edit edit = edits.from().get(from);
        Stays stays = ChangingVersions.stays(enrolment, edit, kind(edit, client, enrolment), move.choice().terms());
        if (stays != null) {
            tally.stays(from, stays);
        } else {
            tally.moves(enrolment.id(), from, ChangingVersions.move(
                    client, enrolment, edit, move.version(), move.choice().terms(), open.around()));
        }
    }

    private static @Nullable AppointmentKind kind(Edit edit, ClientCase client, Enrolment enrolment) {
        UUID appointment = enrolment.origin().appointmentId();
        return appointment == null || !edit.leavesOutKinds() ? null
                : client.appointment(appointment).map(AppointmentChanged::kind).orElse(null);
    }
}
