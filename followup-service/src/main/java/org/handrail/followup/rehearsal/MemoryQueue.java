package org.handrail.followup.rehearsal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import org.handrail.followup.queue.Board;
import org.handrail.followup.queue.Ending;
import org.handrail.followup.queue.NewTask;
import org.handrail.followup.queue.Priority;
import org.handrail.followup.queue.Task;
import org.handrail.followup.queue.TaskKind;
import org.handrail.followup.queue.Tasks;
import org.jspecify.annotations.Nullable;

/** The queue in maps, with the rules that the tables' statements keep. */
final class MemoryQueue implements Tasks {

    /** What asked for a task. */
    private record Source(@Nullable UUID enrolmentId, @Nullable String stepKey, UUID taskId, boolean withdrawn) {

        Source withdraw() {
            return new Source(enrolmentId, stepKey, taskId, true);
        }
    }

    private final Map<UUID, Task> tasks = new LinkedHashMap<>();
    private final Map<String, Source> sources = new HashMap<>();

    Collection<Task> all() {
        return List.copyOf(tasks.values());
    }

    Optional<Task> find(UUID taskId) {
        return Optional.ofNullable(tasks.get(taskId));
    }

    Optional<UUID> raisedBy(String taskKey) {
        return Optional.ofNullable(sources.get(taskKey)).map(Source::taskId);
    }

    void save(Task task) {
        tasks.put(task.id(), task);
    }

    Collection<Board.Asker> askers(UUID taskId) {
        return sources.values().stream().filter(source -> source.taskId().equals(taskId) && !source.withdrawn())
                .filter(source -> source.enrolmentId() != null)
                .map(source -> new Board.Asker(Objects.requireNonNull(source.enrolmentId()), source.stepKey()))
                .distinct().toList();
    }

    int returnTakenBefore(Instant takenBefore) {
        List<Task> left = tasks.values().stream().filter(isOpen())
                .filter(task -> task.holder() != null && task.holder().since().isBefore(takenBefore)).toList();
        left.forEach(task -> save(new Task(task.id(), task.version() + 1, task.clientId(), task.kind(), task.title(),
                task.reason(), task.priority(), task.dueAt(), task.onCall(), task.asked(), task.raisedAt(), null,
                null)));
        return left.size();
    }

    @Override
    public void raise(NewTask task, Instant at) {
        raiseAll(List.of(task), at);
    }

    @Override
    public void raiseAll(Iterable<NewTask> more, Instant at) {
        Map<String, NewTask> fresh = new TreeMap<>();
        more.forEach(task -> {
            if (!sources.containsKey(task.taskKey())) {
                fresh.putIfAbsent(task.taskKey(), task);
            }
        });
        Map<UUID, List<NewTask>> callBacks = new TreeMap<>();
        fresh.values().forEach(task -> {
            if (task.kind() == TaskKind.CALL_BACK) {
                callBacks.computeIfAbsent(task.clientId(), client -> new ArrayList<>()).add(task);
            } else {
                link(task, insert(task, at));
            }
        });
        callBacks.forEach((client, asked) -> callBack(client, asked, at));
    }

    private void link(NewTask task, UUID taskId) {
        sources.put(task.taskKey(), new Source(task.enrolmentId(), task.stepKey(), taskId, false));
    }

    private UUID insert(NewTask task, Instant at) {
        UUID id = UUID.nameUUIDFromBytes(task.taskKey().getBytes(StandardCharsets.UTF_8));
        save(new Task(id, 1, task.clientId(), task.kind(), task.title(), task.reason(), task.priority(), task.dueAt(),
                task.onCall(), 1, at, null, null));
        return id;
    }

    private void callBack(UUID client, List<NewTask> asked, Instant at) {
        Task open = tasks.values().stream().filter(isOpen()).filter(task -> task.kind() == TaskKind.CALL_BACK
                && task.clientId().equals(client)).findFirst().orElse(null);
        for (NewTask each : asked) {
            open = open == null ? tasks.get(insert(each, at)) : again(open, each);
            save(Objects.requireNonNull(open));
            link(each, open.id());
        }
    }

    /** More urgent for each time it is asked for. */
    private static Task again(Task open, NewTask more) {
        Priority raised = Priority.values()[Math.max(open.priority().ordinal() - 1, 0)];
        return new Task(open.id(), open.version() + 1, open.clientId(), open.kind(), open.title(), open.reason(),
                raised.compareTo(more.priority()) < 0 ? raised : more.priority(),
                open.dueAt().isBefore(more.dueAt()) ? open.dueAt() : more.dueAt(), open.onCall() || more.onCall(),
                open.asked() + 1, open.raisedAt(), open.holder(), null);
    }

    @Override
    public void closeForEnrolment(UUID enrolmentId, String reason, Instant at) {
        List<UUID> asked = sources.values().stream()
                .filter(source -> enrolmentId.equals(source.enrolmentId()) && !source.withdrawn())
                .map(Source::taskId).toList();
        sources.replaceAll((key, source) -> enrolmentId.equals(source.enrolmentId()) ? source.withdraw() : source);
        close(task -> asked.contains(task.id()) && sources.values().stream()
                .noneMatch(other -> other.taskId().equals(task.id()) && !other.withdrawn()), reason, at);
    }

    @Override
    public void closeCallBacks(UUID clientId, String reason, Instant at) {
        close(task -> task.kind() == TaskKind.CALL_BACK && task.clientId().equals(clientId), reason, at);
    }

    @Override
    public void takeBack(String taskKey, String reason, @Nullable NewTask otherwise, Instant at) {
        Task task = raisedBy(taskKey).flatMap(this::find).filter(one -> !(one.ending() instanceof Ending.Closed))
                .orElse(null);
        if (task == null) {
            return;
        }
        if (task.holder() != null || task.ending() != null) {
            if (otherwise != null) {
                raise(otherwise, at);
            }
            return;
        }
        sources.computeIfPresent(taskKey, (key, source) -> source.withdraw());
        close(one -> one.id().equals(task.id()) && sources.values().stream()
                .noneMatch(other -> other.taskId().equals(task.id()) && !other.withdrawn()), reason, at);
    }

    private void close(Predicate<Task> which, String reason, Instant at) {
        tasks.replaceAll((id, task) -> isOpen().and(which).test(task)
                ? new Task(id, task.version() + 1, task.clientId(), task.kind(), task.title(), task.reason(),
                        task.priority(), task.dueAt(), task.onCall(), task.asked(), task.raisedAt(), task.holder(),
                        new Ending.Closed(reason, at))
                : task);
    }

    private static Predicate<Task> isOpen() {
        return task -> task.ending() == null;
    }
}
