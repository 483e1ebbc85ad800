package org.handrail.followup.enrolment;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.UUID;
import org.handrail.contract.deliveries.DeliveryChanged;
import org.handrail.followup.schedule.PlannedStep;
import org.jspecify.annotations.Nullable;

/**
 * A step of an enrolment with its time, as it is stored: wall time, zone, instant and the time zone release that
 * led from one to the other.
 *
 * @param appointmentVersion that it was worked out from; 0 without an appointment
 * @param scheduleVersion    that says what it means
 * @param anchor             what its offset counted from
 * @param asTask             an email that no send window leaves room for
 * @param deadline           null: never too late
 * @param reason             a code; null while pending
 * @param releasedAt         null unless DONE
 * @param delivery           what the notifier told of it; null before that and for tasks
 */
public record DueStep(
        UUID enrolmentId, String key, int appointmentVersion, int scheduleVersion, boolean email, boolean asTask,
        Instant anchor, LocalDateTime wall, String zone, String tzdb, Instant at, @Nullable Instant deadline,
        StepState state, @Nullable String reason, @Nullable Instant releasedAt,
        DeliveryChanged.@Nullable State delivery) {

    public record Key(String step, int appointmentVersion) {
    }

    static DueStep of(Enrolment enrolment, PlannedStep planned, int scheduleVersion, String zone, String tzdb) {
        return new DueStep(enrolment.id(), planned.key(), enrolment.appointmentVersion(), scheduleVersion,
                planned.step().isEmail(), planned.fate() == PlannedStep.Fate.AHEAD_AS_TASK, enrolment.anchor(),
                planned.wall(), zone, tzdb, planned.at(), planned.deadline(), StepState.PENDING, null, null, null);
    }

    public Key id() {
        return new Key(key, appointmentVersion);
    }

    public boolean isPending() {
        return state == StepState.PENDING;
    }

    public DueStep ended(StepState how, String why) {
        return new DueStep(enrolmentId, key, appointmentVersion, scheduleVersion, email, asTask, anchor, wall, zone,
                tzdb, at, deadline, how, why, releasedAt, delivery);
    }

    public DueStep released(String how, Instant when) {
        return new DueStep(enrolmentId, key, appointmentVersion, scheduleVersion, email, asTask, anchor, wall, zone,
                tzdb, at, deadline, StepState.DONE, how, when, delivery);
    }

    /** Still pending, looked at again then. */
    public DueStep putOff(Instant until) {
        return new DueStep(enrolmentId, key, appointmentVersion, scheduleVersion, email, asTask, anchor, wall, zone,
                tzdb, until, deadline, state, reason, releasedAt, delivery);
    }

    DueStep told(DeliveryChanged.State outcome) {
        return new DueStep(enrolmentId, key, appointmentVersion, scheduleVersion, email, asTask, anchor, wall, zone,
                tzdb, at, deadline, state, reason, releasedAt, outcome);
    }

    public UUID reminderId() {
        return reminderId(enrolmentId, key, appointmentVersion);
    }

    /** The same for the same enrolment, step and appointment version, however often it is told. */
    public static UUID reminderId(UUID enrolmentId, String key, int appointmentVersion) {
        return UUID.nameUUIDFromBytes(("reminder/" + enrolmentId + "/" + key + "/" + appointmentVersion)
                .getBytes(StandardCharsets.UTF_8));
    }
}
