package org.handrail.followup.enrolment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.handrail.contract.AppointmentKind;
import org.handrail.contract.deliveries.DeliveryChanged;
import org.handrail.followup.schedule.Action;
import org.handrail.followup.schedule.AnchorEvent;
import org.handrail.followup.schedule.Edit;
import org.handrail.followup.schedule.LatePolicy;
import org.handrail.followup.schedule.Offset;
import org.handrail.followup.schedule.PlannedStep;
import org.handrail.followup.schedule.PlannedStep.Fate;
import org.handrail.followup.schedule.Step;
import org.handrail.followup.schedule.Timetable;
import org.handrail.followup.time.ClientZone;
import org.jspecify.annotations.Nullable;

/**
 * What an edit of a schedule does to somebody who is in it. A preview asks for it and moving does it, so that both come
 * to the same. Only steps that the edit touches change; what was released stays as it was, and nothing is sent because
 * its time passed before the edit, unless its late policy lets it still go.
 */
public final class ChangingVersions {

    private static final Set<String> NEVER_CAME = Set.of("no-longer-planned", "past-at-enrolment", "past-at-edit");

    private ChangingVersions() {
    }

    /** What an edit does to one step of one person. */
    public enum Effect {
        /** Pending, at another time. */
        MOVES,
        /** Pending, and was not there before. */
        ADDED,
        /** Was pending and falls away. */
        DROPPED,
        /** What a step no longer there has mailed would be mailed again under another key. */
        REPEATS,
        /** Its new time has passed, and its late policy lets it go at once. */
        LATE_GOES,
        /** Its new time has passed for too long: it comes to nothing, and the timeline says so. */
        LATE_FALLS,
        /** Pending at the same time, with another action, condition or late policy. */
        CHANGED,
        /** Not there before, and a condition on what is known already does not hold. */
        NOT_MEANT,
        /** Its time came before the edit: what was done or skipped stays so. */
        ALREADY_DONE
    }

    /**
     * @param before null: there was no such step
     * @param after  null: the row stays as it is
     */
    public record StepChange(Effect effect, @Nullable DueStep before, @Nullable DueStep after) {

        public DueStep row() {
            return after != null ? after : Objects.requireNonNull(before);
        }
    }

    /**
     * Who moves, and what becomes of mail that would be repeated.
     *
     * @param before  only those whose step of this key is still pending; null: everybody
     * @param repeats whether mail that would be repeated goes nevertheless
     */
    public record Terms(@Nullable String before, boolean repeats) {
    }

    /** Why an enrolment stays with its version. */
    public enum Stays {
        PAST_THE_STEP,
        /** The new version is not for appointments of this kind. */
        OTHER_KIND
    }

    /** @param kind of the appointment that the enrolment is about; null without one, or when no edit asks for it */
    public static @Nullable Stays stays(
            Enrolment enrolment, Edit edit, @Nullable AppointmentKind kind, Terms terms) {
        if (kind != null && !edit.to().anchor().kinds().contains(kind)) {
            return Stays.OTHER_KIND;
        }
        boolean ahead = terms.before() == null || current(enrolment).stream()
                .anyMatch(row -> row.isPending() && PlannedStep.stepKey(row.key()).equals(terms.before()));
        return ahead ? null : Stays.PAST_THE_STEP;
    }

    /** Changes nothing yet. Looks at no other rows than those of steps that the edit touches. */
    public static List<StepChange> change(
            Enrolment enrolment, ClientZone zone, Edit edit, int version, Terms terms, Surroundings around) {
        return new Changing(enrolment, zone, edit, version, terms, around).changes();
    }

    /** Moves one enrolment of a case, with an entry on the timeline if it changes anything for the client. */
    public static List<StepChange> move(
            ClientCase client, Enrolment enrolment, Edit edit, int version, Terms terms, Surroundings around) {
        ClientZone zone = Planning.zone(client, enrolment, around);
        int from = enrolment.origin().scheduleVersion();
        List<StepChange> changes = change(enrolment, zone, edit, version, terms, around);
        changes.forEach(change -> {
            if (change.after() != null) {
                enrolment.put(change.after());
            }
        });
        enrolment.goesBy(version);
        if (changes.stream().anyMatch(change -> change.after() != null)) {
            client.note(around.now(), enrolment.id(), "enrolment.version-changed", enrolment.id() + "/" + version,
                    Map.of("schedule", enrolment.origin().scheduleId(), "from", Integer.toString(from),
                            "to", Integer.toString(version)));
        }
        return changes;
    }

    private static List<DueStep> current(Enrolment enrolment) {
        return enrolment.steps().stream()
                .filter(row -> row.appointmentVersion() == enrolment.appointmentVersion()).toList();
    }

    /** One enrolment's change, while it is worked out. */
    private static final class Changing {

        private final Enrolment enrolment;
        private final ClientZone zone;
        private final Edit edit;
        private final int version;
        private final Terms terms;
        private final Surroundings around;
        private final Instant now;
        private final List<StepChange> changes = new ArrayList<>();

        Changing(Enrolment enrolment, ClientZone zone, Edit edit, int version, Terms terms, Surroundings around) {
            this.enrolment = enrolment;
            this.zone = zone;
            this.edit = edit;
            this.version = version;
            this.terms = terms;
            this.around = around;
            this.now = around.now();
        }

        List<StepChange> changes() {
            List<PlannedStep> plan = Timetable.plan(edit.to(), Planning.moment(enrolment, zone, around),
                    step -> edit.touched().contains(step.key()));
            Set<DueStep.Key> planned = new HashSet<>();
            for (PlannedStep each : plan) {
                DueStep fresh = DueStep.of(enrolment, each, version, zone.zone().getId(), around.tzdb());
                DueStep.Key key = fresh.id();
                planned.add(key);
                sort(each, fresh, enrolment.step(key));
            }
            for (DueStep row : enrolment.steps()) {
                if (row.isPending() && edit.touched().contains(PlannedStep.stepKey(row.key()))
                        && !planned.contains(row.id())) {
                    add(Effect.DROPPED, row, row.ended(StepState.DROPPED, "no-longer-planned"));
                }
            }
            return changes;
        }

        private void sort(PlannedStep planned, DueStep fresh, @Nullable DueStep known) {
            Optional<String> stopped = Planning.stoppedCalling(enrolment, planned);
            if (stopped.isPresent() && (known == null || known.isPending())) {
                changes.add(new StepChange(known == null ? Effect.NOT_MEANT : Effect.DROPPED, known,
                        fresh.ended(StepState.DROPPED, stopped.get())));
            } else if (stopped.isPresent()) {
                changes.add(new StepChange(Effect.ALREADY_DONE, known, null));
            } else if (known != null && known.isPending()) {
                pending(planned, fresh, known);
            } else if (known == null || mayBeTakenUp(known)) {
                unplanned(planned, fresh, known);
            } else {
                changes.add(new StepChange(Effect.ALREADY_DONE, known, null));
            }
        }

        private void pending(PlannedStep planned, DueStep fresh, DueStep known) {
            if (planned.fate() == Fate.NOT_MEANT) {
                add(Effect.DROPPED, known, fresh.ended(StepState.SKIPPED, "condition-not-met"));
            } else if (!edit.retimed().contains(planned.step().key())) {
                // what the dispatcher has put off stays put off
                add(Effect.CHANGED, known, fresh.putOff(known.at()));
            } else if (afterTheStart(fresh)) {
                add(Effect.LATE_FALLS, known, fresh.ended(StepState.DROPPED, "past-at-edit"));
            } else if (!fresh.at().isBefore(now)) {
                add(fresh.at().equals(known.at()) ? Effect.CHANGED : Effect.MOVES, known, fresh);
            } else {
                boolean goes = fresh.deadline() == null || fresh.deadline().isAfter(now);
                add(goes ? Effect.LATE_GOES : Effect.LATE_FALLS, known,
                        goes ? fresh : fresh.ended(StepState.DROPPED, "past-at-edit"));
            }
        }

        /** @param known never came, and may come now; null: there is no row */
        private void unplanned(PlannedStep planned, DueStep fresh, @Nullable DueStep known) {
            if (planned.fate() == Fate.NOT_MEANT) {
                note(Effect.NOT_MEANT, known, fresh.ended(StepState.SKIPPED, "condition-not-met"));
            } else if (afterTheStart(fresh) || fresh.at().isBefore(now) && !stillGoes(planned.step(), fresh)) {
                if (!(planned.step().offset() instanceof Offset.Daily)) {
                    note(Effect.LATE_FALLS, known, fresh.ended(StepState.DROPPED, "past-at-edit"));
                }
            } else if (fresh.email() && (wentBefore(fresh) || goneUnderAnotherKey(planned.step()))) {
                add(Effect.REPEATS, known, terms.repeats() && !wentBefore(fresh)
                        ? fresh : fresh.ended(StepState.SKIPPED, "already-told"));
            } else {
                add(fresh.at().isBefore(now) ? Effect.LATE_GOES : Effect.ADDED, known, fresh);
            }
        }

        /** Work that is to be done however late was never asked for here: an edit must not raise heaps of it. */
        private boolean stillGoes(Step step, DueStep fresh) {
            return step.late() instanceof LatePolicy.SendWithin && fresh.deadline() != null
                    && fresh.deadline().isAfter(now);
        }

        private boolean mayBeTakenUp(DueStep known) {
            return NEVER_CAME.contains(String.valueOf(known.reason()))
                    || "condition-not-met".equals(known.reason()) && known.at().isAfter(now);
        }

        private boolean afterTheStart(DueStep fresh) {
            return fresh.email() && enrolment.origin().event() == AnchorEvent.APPOINTMENT
                    && !fresh.at().isBefore(enrolment.anchor());
        }

        /** The same mail for the same time, before the appointment was moved away and back. */
        private boolean wentBefore(DueStep fresh) {
            return enrolment.steps().stream().anyMatch(earlier -> earlier.key().equals(fresh.key())
                    && earlier.appointmentVersion() != fresh.appointmentVersion()
                    && earlier.anchor().equals(fresh.anchor())
                    && earlier.delivery() == DeliveryChanged.State.SENT);
        }

        /** A step that the edit removes, or renames, has mailed the same for the same time. */
        private boolean goneUnderAnotherKey(Step step) {
            String template = ((Action.Email) step.action()).template();
            return enrolment.steps().stream()
                    .filter(row -> row.email() && row.state() == StepState.DONE && "mailed".equals(row.reason()))
                    .filter(row -> row.anchor().equals(enrolment.anchor()))
                    .map(row -> edit.removed().get(row.key()))
                    .anyMatch(gone -> gone != null && gone.action() instanceof Action.Email email
                            && email.template().equals(template));
        }

        private void add(Effect effect, @Nullable DueStep before, DueStep after) {
            changes.add(new StepChange(effect, before, after));
        }

        /** What comes to nothing is written down once. */
        private void note(Effect effect, @Nullable DueStep known, DueStep after) {
            if (known == null) {
                changes.add(new StepChange(effect, null, after));
            }
        }
    }
}
