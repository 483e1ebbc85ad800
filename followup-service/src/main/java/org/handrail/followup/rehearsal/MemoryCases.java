package org.handrail.followup.rehearsal;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.handrail.contract.intake.AppointmentChanged;
import org.handrail.followup.enrolment.Cases;
import org.handrail.followup.enrolment.Changes;
import org.handrail.followup.enrolment.ClientCase;
import org.handrail.followup.enrolment.Enrolment;
import org.handrail.followup.enrolment.Person;
import org.handrail.followup.queue.Tasks;
import org.handrail.followup.timeline.Timeline;
import org.handrail.messaging.Outbox;
import org.jspecify.annotations.Nullable;

/** Cases in maps. What is loaded is a copy: only saving changes what is kept. */
final class MemoryCases implements Cases {

    /** An enrolment without its steps. */
    record Kept(Enrolment.Origin origin, Enrolment.Standing standing, Enrolment.@Nullable End end) {
    }

    private final Map<UUID, Person> persons = new HashMap<>();
    private final Map<UUID, AppointmentChanged> appointments = new LinkedHashMap<>();
    private final Map<UUID, Kept> enrolments = new LinkedHashMap<>();
    private final Steps steps;
    private final Outbox outbox;
    private final Tasks tasks;
    private final Timeline timeline;
    private final Clock clock;

    MemoryCases(Steps steps, Outbox outbox, Tasks tasks, Timeline timeline, Clock clock) {
        this.steps = steps;
        this.outbox = outbox;
        this.tasks = tasks;
        this.timeline = timeline;
        this.clock = clock;
    }

    void know(AppointmentChanged appointment) {
        appointments.put(appointment.appointmentId(), appointment);
    }

    Optional<Person> person(UUID clientId) {
        return Optional.ofNullable(persons.get(clientId));
    }

    List<AppointmentChanged> appointments(UUID clientId) {
        return appointments.values().stream().filter(each -> each.clientId().equals(clientId))
                .sorted(Comparator.comparing(AppointmentChanged::startsAt)).toList();
    }

    Collection<Kept> enrolments() {
        return List.copyOf(enrolments.values());
    }

    Kept enrolment(UUID id) {
        return Optional.ofNullable(enrolments.get(id)).orElseThrow();
    }

    @Override
    public Map<UUID, ClientCase> load(Collection<UUID> clientIds) {
        Map<UUID, ClientCase> cases = new HashMap<>();
        clientIds.forEach(id -> cases.put(id, new ClientCase(id,
                persons.computeIfAbsent(id, unknown -> Person.UNKNOWN), appointments(id), enrolmentsOf(id))));
        return cases;
    }

    private List<Enrolment> enrolmentsOf(UUID clientId) {
        return enrolments.values().stream().filter(each -> each.origin().clientId().equals(clientId))
                .sorted(Comparator.comparing((Kept each) -> each.origin().enrolledAt()))
                .map(each -> Enrolment.stored(each.origin(), each.standing(), each.end(), steps.of(each.origin().id())))
                .toList();
    }

    @Override
    public void save(Collection<ClientCase> cases) {
        cases.forEach(this::write);
        Instant now = clock.instant();
        all(cases, each -> each.changes().closings()).forEach(closing -> close(closing, now));
        tasks.raiseAll(all(cases, each -> each.changes().tasks()), now);
        all(cases, each -> each.changes().takenBack()).forEach(
                back -> tasks.takeBack(back.taskKey(), back.reason(), back.otherwise(), now));
        timeline.record(all(cases, each -> each.changes().entries()));
        outbox.publishAll(all(cases, each -> each.changes().events()), now);
    }

    private void write(ClientCase client) {
        persons.put(client.clientId(), client.person());
        client.dirtyAppointments().forEach(changed -> appointments.merge(changed.appointmentId(), changed,
                (before, now) -> before.version() < now.version() ? now : before));
        client.enrolments().forEach(enrolment -> {
            if (enrolment.isDirty()) {
                enrolments.put(enrolment.id(), new Kept(enrolment.origin(), enrolment.standing(), enrolment.end()));
            }
            steps.write(enrolment);
        });
    }

    private void close(Changes.Closing closing, Instant now) {
        if (closing.enrolmentId() == null) {
            tasks.closeCallBacks(closing.clientId(), closing.reason(), now);
        } else {
            tasks.closeForEnrolment(closing.enrolmentId(), closing.reason(), now);
        }
    }

    private static <T> List<T> all(Collection<ClientCase> cases, Function<ClientCase, Collection<T>> part) {
        return cases.stream().flatMap(each -> part.apply(each).stream()).toList();
    }
}
