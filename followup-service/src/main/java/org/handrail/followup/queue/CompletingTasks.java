package org.handrail.followup.queue;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handrail.followup.audit.AuditEntry;
import org.handrail.followup.audit.AuditTrail;
import org.handrail.followup.queue.TaskChange.AlreadyEnded;
import org.handrail.followup.queue.TaskChange.ChangedMeanwhile;
import org.handrail.followup.queue.TaskChange.HeldByAnother;
import org.handrail.followup.queue.TaskChange.Made;
import org.handrail.followup.queue.TaskChange.NoSuchTask;
import org.handrail.followup.queue.TaskChange.OutcomeNotOffered;
import org.handrail.followup.queue.TaskChange.StopNotYetInForce;
import org.handrail.followup.timeline.Timeline;
import org.handrail.followup.timeline.TimelineEntry;
import org.handrail.messaging.Outbox;
import org.jspecify.annotations.Nullable;

/**
 * Completing tasks. A stop that was said goes to the ledger of consents before the task is done, and is kept first,
 * so that nothing can lose it: the direct way, the retries of {@link #retryStops} and the fact on Kafka all lead there.
 */
public final class CompletingTasks {

    /** How long an attempt at a stop may take before another instance, or the loop, makes the next. */
    static final Duration RETRY_AFTER = Duration.ofSeconds(10);

    private final Board board;
    private final StaffStops stops;
    private final StopLine line;
    private final Collection<TaskCompletions> listeners;
    private final Timeline timeline;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final DecidingUnknownMail unknownMail;
    private final Transactions transactions;
    private final Clock clock;

    public CompletingTasks(
            Board board, StaffStops stops, StopLine line, Collection<TaskCompletions> listeners, Timeline timeline,
            Outbox outbox, AuditTrail audit, Transactions transactions, Clock clock) {
        this.board = board;
        this.stops = stops;
        this.line = line;
        this.listeners = List.copyOf(listeners);
        this.timeline = timeline;
        this.outbox = outbox;
        this.audit = audit;
        this.unknownMail = new DecidingUnknownMail(board, timeline, outbox, audit);
        this.transactions = transactions;
        this.clock = clock;
    }

    public TaskChange complete(CompleteTask command) {
        if (command.outcome() != TaskOutcome.STOP_SAID) {
            return transactions.inOne(() -> end(command));
        }
        TaskChange refusal = transactions.inOne(() -> keepStop(command));
        return refusal instanceof Made ? bringInForce(stops.ofTask(command.taskId()).orElseThrow()) : refusal;
    }

    /** One more attempt for each stop that is due for one. */
    public void retryStops() {
        Instant now = clock.instant();
        transactions.inOne(() -> stops.claimDue(now, now.plus(RETRY_AFTER), 20)).forEach(this::bringInForce);
    }

    private TaskChange end(CompleteTask command) {
        Task task = board.lock(command.taskId()).orElse(null);
        TaskChange refusal = refusal(task, command);
        if (task == null || refusal != null) {
            return refusal == null ? new NoSuchTask() : refusal;
        }
        return unknownMail.allows(task, command.outcome())
                ? end(task, new Ending.Completed(command.outcome(), command.note(), command.by(), clock.instant()))
                : new OutcomeNotOffered(task);
    }

    private static @Nullable TaskChange refusal(@Nullable Task task, CompleteTask command) {
        if (task == null) {
            return new NoSuchTask();
        }
        if (task.ending() instanceof Ending.Completed done
                && done.by().equals(command.by()) && done.outcome() == command.outcome()) {
            return new Made(task);
        }
        if (task.ending() != null) {
            return new AlreadyEnded(task);
        }
        if (task.isHeldByAnotherThan(command.by())) {
            return new HeldByAnother(task);
        }
        return TakingTasks.differs(task, command.version()) ? new ChangedMeanwhile(task) : null;
    }

    private TaskChange keepStop(CompleteTask command) {
        Task task = board.lock(command.taskId()).orElse(null);
        TaskChange refusal = refusal(task, command);
        if (task == null || refusal != null) {
            return refusal == null ? new NoSuchTask() : refusal;
        }
        Instant now = clock.instant();
        StaffStop stop = new StaffStop(
                UUID.randomUUID(), task.clientId(), task.id(), command.by(), command.note(), now, null);
        if (stops.enter(stop, now.plus(RETRY_AFTER))) {
            outbox.publish(stop.asEvent(), now);
            audit.record(new AuditEntry(now, command.by(), "stop.recorded", task.clientId(), task.id().toString()));
        }
        return new Made(task);
    }

    private TaskChange bringInForce(StaffStop stop) {
        if (stop.inForceSince() == null) {
            StopLine.Answer answer = line.stop(stop.asEvent());
            if (!(answer instanceof StopLine.Answer.InForce inForce)) {
                return new StopNotYetInForce(board.find(stop.taskId()).orElseThrow());
            }
            return transactions.inOne(() -> noteInForce(stop, inForce.since()));
        }
        return transactions.inOne(() -> endBecauseOf(stop));
    }

    private TaskChange noteInForce(StaffStop stop, Instant since) {
        // the task first, as everywhere: two who wait for each other's rows would wait for ever
        board.lock(stop.taskId());
        if (stops.inForce(stop.stopId(), since)) {
            timeline.record(new TimelineEntry(idOf("stop-in-force", stop.stopId()), stop.clientId(), since, null,
                    "stop.in-force", Map.of("by", stop.recordedBy().toString())));
        }
        return endBecauseOf(stop);
    }

    private TaskChange endBecauseOf(StaffStop stop) {
        Task task = board.lock(stop.taskId()).orElseThrow();
        if (task.ending() != null) {
            return new Made(task);
        }
        return end(task, new Ending.Completed(
                TaskOutcome.STOP_SAID, stop.note(), stop.recordedBy(), clock.instant()));
    }

    private TaskChange end(Task task, Ending.Completed how) {
        Task ended = task.ended(how);
        board.save(ended);
        unknownMail.decided(ended, how);
        audit.record(new AuditEntry(how.at(), how.by(), "task.completed", task.clientId(), task.id().toString()));
        timeline.record(new TimelineEntry(idOf("task-completed", task.id()), task.clientId(), how.at(), null,
                "task.completed", Map.of("title", task.title(), "outcome", how.outcome().name(),
                        "by", how.by().toString())));
        Collection<Board.Asker> askers = board.askers(task.id());
        if (askers.isEmpty()) {
            tell(new TaskCompleted(task.id(), task.clientId(), null, null, how.outcome(), how.by().toString(), how.at()));
        }
        askers.forEach(asker -> tell(new TaskCompleted(task.id(), task.clientId(), asker.enrolmentId(),
                asker.stepKey(), how.outcome(), how.by().toString(), how.at())));
        return new Made(ended);
    }

    private void tell(TaskCompleted completed) {
        listeners.forEach(listener -> listener.completed(completed));
    }

    private static UUID idOf(String what, UUID of) {
        return UUID.nameUUIDFromBytes((what + ":" + of).getBytes(StandardCharsets.UTF_8));
    }
}
