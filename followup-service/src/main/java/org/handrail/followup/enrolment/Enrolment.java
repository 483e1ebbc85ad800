package org.handrail.followup.enrolment;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.handrail.followup.schedule.AnchorEvent;
import org.handrail.followup.schedule.NextTry;
import org.handrail.followup.schedule.ScheduleVersion;
import org.jspecify.annotations.Nullable;

/** One client in one schedule because of one fact. Belongs to its {@link ClientCase}; not thread-safe. */
public final class Enrolment {

    /** What does not change, but for the version that an edit may move it to. */
    public record Origin(
            UUID id, UUID clientId, String scheduleId, int scheduleVersion, AnchorEvent event, UUID anchorId,
            @Nullable UUID appointmentId, String siteId, boolean onBehalf, boolean againstAdvice,
            Instant enrolledAt) {

        Origin in(int otherVersion) {
            return new Origin(id, clientId, scheduleId, otherVersion, event, anchorId, appointmentId, siteId, onBehalf,
                    againstAdvice, enrolledAt);
        }

        /** Of the one that goes on with it when its end turns out a mistake. */
        UUID idOfResumed() {
            return UUID.nameUUIDFromBytes(("enrolment/resumed/" + id).getBytes(StandardCharsets.UTF_8));
        }

        /** @param generation grows when the same fact starts the same schedule again */
        static UUID id(String scheduleId, UUID anchorId, int generation) {
            return UUID.nameUUIDFromBytes(("enrolment/" + scheduleId + "/" + anchorId + "/" + generation)
                    .getBytes(StandardCharsets.UTF_8));
        }
    }

    /** What an end looks like; {@code by}: the appointment that was the reason, if one was. */
    public record End(String reason, Instant at, @Nullable UUID by) {
    }

    /**
     * Where the fact stands now.
     *
     * @param version of the appointment, 0 without one
     * @param changed the appointment had another time before
     * @param lastTry when staff last tried in vain
     * @param nextTry what the schedule asked for then; null: nothing
     * @param callsStopped the outcome after which nobody is called any more; null: calls go on
     */
    public record Standing(
            Instant anchor, Instant knownAt, int version, @Nullable Instant bookedAt, boolean changed,
            @Nullable Instant lastTry, @Nullable NextTry nextTry, @Nullable String callsStopped) {

        Standing tried(Instant at, @Nullable NextTry next) {
            return new Standing(anchor, knownAt, version, bookedAt, changed, at, next, callsStopped);
        }

        Standing withoutCalls(String why) {
            return new Standing(anchor, knownAt, version, bookedAt, changed, lastTry, nextTry, why);
        }
    }

    private Origin origin;
    private Standing standing;
    private @Nullable End end;
    private boolean dirty;
    private final Map<DueStep.Key, DueStep> steps = new LinkedHashMap<>();
    private final Set<DueStep.Key> dirtySteps = new HashSet<>();
    private final Set<DueStep.Key> takenUpAgain = new HashSet<>();

    private Enrolment(Origin origin, Standing standing, @Nullable End end, boolean dirty) {
        this.origin = origin;
        this.standing = standing;
        this.end = end;
        this.dirty = dirty;
    }

    static Enrolment started(Origin origin, Standing standing) {
        return new Enrolment(origin, standing, null, true);
    }

    public static Enrolment stored(Origin origin, Standing standing, @Nullable End end, List<DueStep> steps) {
        Enrolment enrolment = new Enrolment(origin, standing, end, false);
        steps.forEach(step -> enrolment.steps.put(step.id(), step));
        return enrolment;
    }

    public Origin origin() {
        return origin;
    }

    public Standing standing() {
        return standing;
    }

    public @Nullable End end() {
        return end;
    }

    public UUID id() {
        return origin.id();
    }

    public boolean isActive() {
        return end == null;
    }

    Instant anchor() {
        return standing.anchor();
    }

    int appointmentVersion() {
        return standing.version();
    }

    boolean isIn(ScheduleVersion schedule) {
        return origin.scheduleId().equals(schedule.id());
    }

    void goesBy(int scheduleVersion) {
        this.origin = origin.in(scheduleVersion);
        this.dirty = true;
    }

    void stands(Standing now) {
        this.standing = now;
        this.dirty = true;
    }

    void put(DueStep step) {
        DueStep before = steps.put(step.id(), step);
        if (before != null && !before.isPending() && step.isPending()) {
            takenUpAgain.add(step.id());
        }
        dirtySteps.add(step.id());
    }

    /** Replaces every pending step. */
    void eachPending(UnaryOperator<DueStep> change) {
        pending().forEach(step -> {
            DueStep changed = change.apply(step);
            if (!changed.equals(step)) {
                put(changed);
            }
        });
    }

    void end(End how) {
        this.end = how;
        this.dirty = true;
        eachPending(step -> step.ended(StepState.DROPPED, how.reason()));
    }

    public Collection<DueStep> steps() {
        return Collections.unmodifiableCollection(steps.values());
    }

    public @Nullable DueStep step(DueStep.Key key) {
        return steps.get(key);
    }

    public List<DueStep> pending() {
        return steps.values().stream().filter(DueStep::isPending).toList();
    }

    public boolean isDirty() {
        return dirty;
    }

    public List<DueStep> dirtySteps() {
        return dirtySteps.stream().map(steps::get).toList();
    }

    /** Steps that had been dropped or skipped and are pending now. */
    public List<DueStep> takenUpAgain() {
        return takenUpAgain.stream().map(steps::get).filter(DueStep::isPending).toList();
    }
}
