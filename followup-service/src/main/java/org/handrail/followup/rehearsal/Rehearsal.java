package org.handrail.followup.rehearsal;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.handrail.contract.Event;
import org.handrail.contract.EventType;
import org.handrail.contract.Topic;
import org.handrail.contract.consents.AddressStateChanged;
import org.handrail.contract.consents.PreferenceChanged;
import org.handrail.contract.contacts.ContactChanged;
import org.handrail.contract.intake.AppointmentChanged;
import org.handrail.contract.intake.StopRequested;
import org.handrail.followup.dispatch.Dispatching;
import org.handrail.followup.dispatch.Released;
import org.handrail.followup.enrolment.DueStep;
import org.handrail.followup.enrolment.Enrolment;
import org.handrail.followup.enrolment.FollowingContacts;
import org.handrail.followup.enrolment.HeedingOutcomes;
import org.handrail.followup.enrolment.NotingFacts;
import org.handrail.followup.enrolment.OpeningCases;
import org.handrail.followup.publishing.Choice;
import org.handrail.followup.publishing.Counts;
import org.handrail.followup.publishing.Move;
import org.handrail.followup.publishing.MovingEnrolments;
import org.handrail.followup.queue.CompleteTask;
import org.handrail.followup.queue.CompletingTasks;
import org.handrail.followup.queue.StopLine;
import org.handrail.followup.queue.Task;
import org.handrail.followup.queue.TaskCompleted;
import org.handrail.followup.queue.TaskOutcome;
import org.handrail.followup.queue.Transactions;
import org.handrail.followup.schedule.ScheduleVersion;
import org.handrail.followup.schedule.Schedules;
import org.handrail.followup.timeline.TimelineEntry;
import org.handrail.platform.site.Sites;

/** A follow-up of its own, from its start to wherever its clock is taken. Not thread-safe. */
public final class Rehearsal implements Stage {

    /** Of each kind, emails and tasks. */
    private static final int BATCH = 500;
    private static final List<Topic> TOPICS =
            List.of(Topic.INTAKE, Topic.CONTACTS, Topic.CONSENTS, Topic.DELIVERIES);
    /** Who completes tasks. */
    public static final UUID STAFF = new UUID(0, 1);

    private final JumpingClock clock;
    private final Steps steps = new Steps();
    private final MemoryClients clients = new MemoryClients();
    private final MemoryQueue queue = new MemoryQueue();
    private final MemoryTimeline timeline = new MemoryTimeline();
    private final MemoryOutbox outbox = new MemoryOutbox();
    private final MemoryCases cases;
    private final OpeningCases opening;
    private final Dispatching dispatching;
    private final CompletingTasks completing;
    private final MemoryMoves moves;
    private final MovingEnrolments moving;

    public Rehearsal(Instant start, Schedules schedules, Sites sites, Released released) {
        clock = new JumpingClock(start);
        cases = new MemoryCases(steps, outbox, queue, timeline, clock);
        opening = new OpeningCases(cases, schedules, sites, clock);
        dispatching = new Dispatching(new MemoryDueSteps(steps, cases, clients), schedules, sites, outbox, queue,
                timeline, released, clock);
        completing = completing(clock);
        moves = new MemoryMoves(cases);
        moving = new MovingEnrolments(moves, schedules, opening, clock);
    }

    private CompletingTasks completing(Clock now) {
        return new CompletingTasks(new MemoryBoard(queue), new MemoryStops(),
                stop -> new StopLine.Answer.InForce(now.instant()), List.of(this::heed), timeline, outbox,
                new NoTrail(), new Transactions() {
                    @Override
                    public <T> T inOne(Supplier<T> work) {
                        return work.get();
                    }
                }, now);
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public void jumpTo(Instant instant) {
        clock.jumpTo(instant);
    }

    @Override
    public void know(AppointmentChanged appointment) {
        cases.know(appointment);
    }

    @Override
    public void told(Event... facts) {
        Map<Topic, List<Event>> byTopic =
                Arrays.stream(facts).collect(Collectors.groupingBy(fact -> EventType.of(fact).topic()));
        TOPICS.forEach(topic -> follow(byTopic.getOrDefault(topic, List.of())));
    }

    private void follow(List<Event> facts) {
        clients.stopsRequested(only(facts, StopRequested.class));
        clients.contactsChanged(only(facts, ContactChanged.class), now());
        clients.preferencesChanged(only(facts, PreferenceChanged.class));
        clients.addressesChanged(only(facts, AddressStateChanged.class));
        only(facts, PreferenceChanged.class).forEach(each -> timeline.record(NotingFacts.entry(each)));
        only(facts, AddressStateChanged.class).stream().filter(NotingFacts::isNews)
                .forEach(each -> timeline.record(NotingFacts.entry(each)));
        List<Event> aboutCases = facts.stream().filter(Facts::areAboutACase).toList();
        OpeningCases.Open open = opening.open(aboutCases.stream().map(Event::clientId).collect(Collectors.toSet()));
        aboutCases.forEach(fact -> Facts.apply(open.of(fact.clientId()), fact, open.around()));
        opening.save(open);
    }

    private static <E extends Event> List<E> only(List<Event> facts, Class<E> type) {
        return facts.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** A tombstone came. */
    public void forgotten(UUID clientId) {
        clients.forget(Set.of(clientId));
        OpeningCases.Open open = opening.open(Set.of(clientId));
        FollowingContacts.forget(open.of(clientId), now());
        opening.save(open);
    }

    @Override
    public void completed(UUID taskId, TaskOutcome outcome) {
        completing.complete(new CompleteTask(taskId, null, STAFF, outcome, null));
    }

    /** Moves those enrolled to a version that was published this moment. */
    public void move(ScheduleVersion to, Choice choice) {
        moves.add(Move.begun(to.id(), to.version(), choice, now(), STAFF, Counts.NONE));
        int looked = 1;
        while (looked > 0) {
            looked = moving.moveBatch(BATCH);
        }
    }

    private void heed(TaskCompleted task) {
        OpeningCases.Open open = opening.open(Set.of(task.clientId()));
        HeedingOutcomes.heed(open.of(task.clientId()), task, open.around());
        opening.save(open);
    }

    @Override
    public Optional<Instant> nextDue() {
        return steps.pending().map(DueStep::at).min(Comparator.naturalOrder());
    }

    @Override
    public int release() {
        return dispatching.releaseBatch(BATCH);
    }

    @Override
    public List<Event> left() {
        return outbox.take();
    }

    @Override
    public List<StepLine> steps() {
        return steps.all().stream()
                .map(row -> new StepLine(cases.enrolment(row.step().enrolmentId()).origin(), row.planned(), row.step()))
                .toList();
    }

    @Override
    public Collection<Enrolment> enrolments() {
        return cases.enrolments().stream().map(each -> Enrolment.stored(
                each.origin(), each.standing(), each.end(), steps.of(each.origin().id()))).toList();
    }

    @Override
    public List<TimelineEntry> timeline() {
        return timeline.entries();
    }

    @Override
    public Collection<Task> tasks() {
        return queue.all();
    }

    @Override
    public Optional<Task> task(String taskKey) {
        return queue.raisedBy(taskKey).flatMap(queue::find);
    }
}
