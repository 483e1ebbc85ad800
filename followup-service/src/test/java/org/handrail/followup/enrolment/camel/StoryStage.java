package org.handrail.followup.enrolment.camel;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.handrail.contract.Event;
import org.handrail.contract.intake.AppointmentChanged;
import org.handrail.followup.audit.AuditEntry;
import org.handrail.followup.audit.AuditTrail;
import org.handrail.followup.dispatch.Dispatching;
import org.handrail.followup.dispatch.DueSteps;
import org.handrail.followup.dispatch.Released;
import org.handrail.followup.enrolment.Enrolment;
import org.handrail.followup.enrolment.Enrolments;
import org.handrail.followup.queue.Board;
import org.handrail.followup.queue.CompleteTask;
import org.handrail.followup.queue.CompletingTasks;
import org.handrail.followup.queue.StaffStops;
import org.handrail.followup.queue.StopLine;
import org.handrail.followup.queue.Task;
import org.handrail.followup.queue.TaskCompletions;
import org.handrail.followup.queue.TaskFilter;
import org.handrail.followup.queue.TaskOutcome;
import org.handrail.followup.queue.Tasks;
import org.handrail.followup.queue.Transactions;
import org.handrail.followup.rehearsal.Rehearsal;
import org.handrail.followup.rehearsal.Stage;
import org.handrail.followup.schedule.ScheduleVersion;
import org.handrail.followup.schedule.Schedules;
import org.handrail.followup.schedule.json.Notation;
import org.handrail.followup.schedule.json.ScheduleWriter;
import org.handrail.followup.timeline.Timeline;
import org.handrail.followup.timeline.TimelineEntry;
import org.handrail.followup.timeline.Timelines;
import org.handrail.platform.site.Sites;

/** The follow-up in service, on its database and through its routes, as a stage for one client at a time. */
public final class StoryStage implements Stage {

    private static final int BATCH = 500;

    private final FollowupStory story;
    private final UUID client;
    private final Dispatching dispatching;
    private final CompletingTasks completing;
    private int taken;

    /** @param published these and no others */
    public StoryStage(
            FollowupStory story, UUID client, Instant start, List<ScheduleVersion> published, Released released) {
        this.story = story;
        this.client = client;
        // in service nobody may
        story.database().jdbc().sql("alter table timeline disable trigger user").update();
        List.of("task_source", "staff_stop", "task", "timeline", "due_step", "enrolment", "appointment",
                "client_case", "contact", "preference", "address_state", "reach")
                .forEach(table -> story.database().jdbc().sql("delete from " + table).update());
        story.clock().set(start);
        publish(published);
        taken = story.outbox().published(Event.class).size();
        Tasks tasks = story.bean(Tasks.class);
        Timeline timeline = story.bean(Timeline.class);
        dispatching = new Dispatching(story.bean(DueSteps.class), story.bean(Schedules.class), story.bean(Sites.class), story.outbox(),
                tasks, timeline, released, story.clock());
        completing = new CompletingTasks(story.bean(Board.class), story.bean(StaffStops.class),
                stop -> new StopLine.Answer.InForce(now()), List.of(story.bean(TaskCompletions.class)), timeline,
                story.outbox(), new Unread(), new Transactions() {
                    @Override
                    public <T> T inOne(Supplier<T> work) {
                        return story.database().transaction().execute(status -> work.get());
                    }
                }, story.clock());
    }

    private void publish(List<ScheduleVersion> versions) {
        story.database().jdbc().sql("update schedule set published = null").update();
        story.database().inTransaction(() -> versions.forEach(version -> {
            story.bean(Schedules.class).addFirst(version.schedule(), 
                    new ScheduleWriter().write(version.schedule(), Notation.JSON));
            story.database().jdbc().sql("update schedule set published = ? where schedule_id = ?")
                    .params(version.version(), version.id()).update();
        }));
    }

    private static final class Unread implements AuditTrail {

        @Override
        public void record(AuditEntry entry) {
        }

        @Override
        public void recordListed(UUID account, Collection<UUID> clients, Instant at) {
        }

        @Override
        public List<Recorded> page(UUID clientId, Long before, int size) {
            return List.of();
        }
    }

    @Override
    public Instant now() {
        return story.clock().instant();
    }

    @Override
    public void jumpTo(Instant instant) {
        story.clock().set(instant);
    }

    @Override
    public void know(AppointmentChanged known) {
        story.database().jdbc().sql("""
                        insert into appointment (appointment_id, client_id, version, change, status, kind,
                            starts_at_local, zone, starts_at, site_id, booked_at, occurred_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(known.appointmentId(), known.clientId(), known.version(), known.change().name(),
                        known.status().name(), known.kind().name(), known.startsAtLocal(), known.zone(),
                        utc(known.startsAt()), known.siteId(), utc(known.bookedAt()), utc(known.occurredAt()))
                .update();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    @Override
    public void told(Event... facts) {
        story.told(facts);
    }

    @Override
    public void completed(UUID taskId, TaskOutcome outcome) {
        completing.complete(new CompleteTask(taskId, null, Rehearsal.STAFF, outcome, null));
    }

    @Override
    public Optional<Instant> nextDue() {
        return story.database().jdbc().sql("select min(due_at) from due_step where state = 'PENDING'")
                .query(OffsetDateTime.class).optional().map(OffsetDateTime::toInstant);
    }

    @Override
    public int release() {
        return story.database().transaction().execute(status -> dispatching.releaseBatch(BATCH));
    }

    @Override
    public List<Event> left() {
        List<Event> all = story.outbox().published(Event.class);
        List<Event> left = List.copyOf(all.subList(taken, all.size()));
        taken = all.size();
        return left;
    }

    @Override
    public List<StepLine> steps() {
        return enrolments().stream().flatMap(enrolment -> enrolment.steps().stream()
                .map(step -> new StepLine(enrolment.origin(), step, step))).toList();
    }

    @Override
    public Collection<Enrolment> enrolments() {
        return story.bean(Enrolments.class).of(client);
    }

    @Override
    public List<TimelineEntry> timeline() {
        List<TimelineEntry> entries = new ArrayList<>();
        Timelines.Page page = story.bean(Timelines.class).page(client, null, 500);
        entries.addAll(page.entries());
        while (page.next() != null) {
            page = story.bean(Timelines.class).page(client, page.next(), 500);
            entries.addAll(page.entries());
        }
        return entries;
    }

    @Override
    public Collection<Task> tasks() {
        return story.bean(Board.class).page(new TaskFilter(null, false, null, null, null), null, 5000).tasks();
    }

    @Override
    public Optional<Task> task(String taskKey) {
        return story.database().jdbc().sql("select task_id from task_source where task_key = ?").param(taskKey)
                .query(UUID.class).optional().flatMap(story.bean(Board.class)::find);
    }
}
