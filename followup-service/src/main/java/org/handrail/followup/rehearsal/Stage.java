package org.handrail.followup.rehearsal;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.handrail.contract.Event;
import org.handrail.contract.intake.AppointmentChanged;
import org.handrail.followup.enrolment.DueStep;
import org.handrail.followup.enrolment.Enrolment;
import org.handrail.followup.queue.Task;
import org.handrail.followup.queue.TaskOutcome;
import org.handrail.followup.timeline.TimelineEntry;

/** A follow-up whose time somebody turns by hand: one in memory, or in tests the one on its database. */
public interface Stage {

    Instant now();

    /** @param instant not before the present one */
    void jumpTo(Instant instant);

    /** An appointment of the time before the story began. */
    void know(AppointmentChanged appointment);

    /** Facts of one poll, topic by topic. */
    void told(Event... facts);

    /** Staff complete a task; nothing happens if it has ended. */
    void completed(UUID taskId, TaskOutcome outcome);

    /** When the next step comes due; it may have come long ago. */
    Optional<Instant> nextDue();

    /** Releases what is due now. @return how many steps were looked at */
    int release();

    /** What has left for other services since this was last asked. */
    List<Event> left();

    /** A step of an enrolment; {@code planned}: as it was last planned, before a dispatcher put it off. */
    record StepLine(Enrolment.Origin enrolment, DueStep planned, DueStep step) {
    }

    List<StepLine> steps();

    /** With their steps; copies. */
    Collection<Enrolment> enrolments();

    List<TimelineEntry> timeline();

    Collection<Task> tasks();

    /** The task that was raised under this key, or asked for again. */
    Optional<Task> task(String taskKey);
}
