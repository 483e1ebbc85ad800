package org.handrail.followup.queue;

import java.time.Clock;
import java.util.UUID;
import java.util.function.Function;
import org.handrail.followup.audit.AuditEntry;
import org.handrail.followup.audit.AuditTrail;
import org.handrail.followup.queue.TaskChange.AlreadyEnded;
import org.handrail.followup.queue.TaskChange.ChangedMeanwhile;
import org.handrail.followup.queue.TaskChange.HeldByAnother;
import org.handrail.followup.queue.TaskChange.Made;
import org.handrail.followup.queue.TaskChange.NoSuchTask;
import org.jspecify.annotations.Nullable;

/** Taking a task and giving it back. Two who take at once: the second is told who has it. */
public final class TakingTasks {

    private final Board board;
    private final Transactions transactions;
    private final AuditTrail audit;
    private final Clock clock;

    public TakingTasks(Board board, Transactions transactions, AuditTrail audit, Clock clock) {
        this.board = board;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param version the one that the person saw; null: whichever is current */
    public TaskChange take(UUID taskId, @Nullable Integer version, UUID by) {
        return change(taskId, task -> {
            if (task.ending() != null) {
                return new AlreadyEnded(task);
            }
            if (task.isHeldByAnotherThan(by)) {
                return new HeldByAnother(task);
            }
            if (task.isHeldBy(by)) {
                return new Made(task);
            }
            return differs(task, version) ? new ChangedMeanwhile(task)
                    : save(task.takenBy(by, clock.instant()), "task.taken", by);
        });
    }

    /** @param anybodys whether the person may give back what another has taken */
    public TaskChange release(UUID taskId, @Nullable Integer version, UUID by, boolean anybodys) {
        return change(taskId, task -> {
            if (task.ending() != null) {
                return new AlreadyEnded(task);
            }
            if (task.isHeldByAnotherThan(by) && !anybodys) {
                return new HeldByAnother(task);
            }
            if (task.holder() == null) {
                return new Made(task);
            }
            return differs(task, version) ? new ChangedMeanwhile(task) : save(task.released(), "task.released", by);
        });
    }

    private TaskChange change(UUID taskId, Function<Task, TaskChange> decision) {
        return transactions.inOne(() -> board.lock(taskId).map(decision).orElseGet(NoSuchTask::new));
    }

    private TaskChange save(Task task, String action, UUID by) {
        board.save(task);
        audit.record(new AuditEntry(clock.instant(), by, action, task.clientId(), task.id().toString()));
        return new Made(task);
    }

    static boolean differs(Task task, @Nullable Integer version) {
        return version != null && version != task.version();
    }
}
