package org.handrail.followup.enrolment;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handrail.contract.Event;
import org.handrail.followup.queue.NewTask;
import org.handrail.followup.timeline.TimelineEntry;
import org.jspecify.annotations.Nullable;

/**
 * What a case has to tell others once it is saved. Closings of tasks come before the tasks raised, and what is taken
 * back comes after them.
 */
public final class Changes {

    /** @param enrolmentId null: the client's call-backs */
    public record Closing(UUID clientId, @Nullable UUID enrolmentId, String reason) {
    }

    /** @param otherwise raised when somebody has the task already, or is done with it; null: nothing is */
    public record TakingBack(String taskKey, String reason, @Nullable NewTask otherwise) {
    }

    private final List<Event> events = new ArrayList<>();
    private final List<NewTask> tasks = new ArrayList<>();
    private final List<Closing> closings = new ArrayList<>();
    private final List<TakingBack> takenBack = new ArrayList<>();
    private final List<TimelineEntry> entries = new ArrayList<>();

    void publish(Event event) {
        events.add(event);
    }

    void raise(NewTask task) {
        tasks.add(task);
    }

    void close(Closing closing) {
        closings.add(closing);
    }

    void takeBack(TakingBack task) {
        takenBack.add(task);
    }

    void record(TimelineEntry entry) {
        entries.add(entry);
    }

    public List<Event> events() {
        return List.copyOf(events);
    }

    public List<NewTask> tasks() {
        return List.copyOf(tasks);
    }

    public List<Closing> closings() {
        return List.copyOf(closings);
    }

    public List<TakingBack> takenBack() {
        return List.copyOf(takenBack);
    }

    public List<TimelineEntry> entries() {
        return List.copyOf(entries);
    }

    /** An entry whose id follows from what it says, so that telling it again adds nothing. */
    public static TimelineEntry entry(
            UUID clientId, Instant at, @Nullable UUID enrolmentId, String code, String subject,
            Map<String, String> details) {
        UUID id = UUID.nameUUIDFromBytes((clientId + "/" + code + "/" + subject + "/" + at)
                .getBytes(StandardCharsets.UTF_8));
        return new TimelineEntry(id, clientId, at, enrolmentId, code, details);
    }
}
