package org.handrail.followup.rehearsal;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.handrail.followup.queue.Board;
import org.handrail.followup.queue.Task;
import org.handrail.followup.queue.TaskFilter;
import org.handrail.followup.queue.TaskPage;
import org.handrail.followup.queue.TaskPosition;
import org.jspecify.annotations.Nullable;

/** The queue as imaginary staff see it. */
final class MemoryBoard implements Board {

    private static final Comparator<TaskPosition> ORDER = Comparator.comparing(TaskPosition::ended)
            .thenComparing(TaskPosition::priority).thenComparing(TaskPosition::dueAt).thenComparing(TaskPosition::id);

    private final MemoryQueue queue;

    MemoryBoard(MemoryQueue queue) {
        this.queue = queue;
    }

    @Override
    public Optional<Task> find(UUID taskId) {
        return queue.find(taskId);
    }

    @Override
    public TaskPage page(TaskFilter filter, @Nullable TaskPosition after, int size) {
        List<Task> found = inOrder(queue.all().stream().filter(task -> matches(task, filter)))
                .filter(task -> after == null || ORDER.compare(TaskPosition.of(task), after) > 0)
                .limit(size + 1L).toList();
        return found.size() <= size ? new TaskPage(found, null)
                : new TaskPage(found.subList(0, size), TaskPosition.of(found.get(size - 1)));
    }

    private static boolean matches(Task task, TaskFilter filter) {
        return (filter.ended() == null || filter.ended() == (task.ending() != null))
                && (filter.heldBy() == null || task.isHeldBy(filter.heldBy()))
                && (!filter.unassigned() || task.holder() == null)
                && (filter.dueBefore() == null || task.dueAt().isBefore(filter.dueBefore()))
                && (filter.kind() == null || task.kind() == filter.kind());
    }

    @Override
    public List<Task> openOf(UUID clientId) {
        return inOrder(queue.all().stream().filter(task -> task.clientId().equals(clientId) && task.ending() == null))
                .toList();
    }

    private static Stream<Task> inOrder(Stream<Task> tasks) {
        return tasks.sorted(Comparator.comparing(TaskPosition::of, ORDER));
    }

    @Override
    public Optional<Task> lock(UUID taskId) {
        return queue.find(taskId);
    }

    @Override
    public void save(Task task) {
        queue.save(task);
    }

    @Override
    public Collection<Asker> askers(UUID taskId) {
        return queue.askers(taskId);
    }

    @Override
    public int returnTakenBefore(Instant takenBefore) {
        return queue.returnTakenBefore(takenBefore);
    }
}
