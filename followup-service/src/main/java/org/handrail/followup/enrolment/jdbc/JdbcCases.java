package org.handrail.followup.enrolment.jdbc;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcCases implements Cases {

    private final PersonRows persons;
    private final AppointmentRows appointments;
    private final EnrolmentRows enrolments;
    private final Outbox outbox;
    private final Tasks tasks;
    private final Timeline timeline;
    private final Clock clock;

    JdbcCases(JdbcClient jdbc, Outbox outbox, Tasks tasks, Timeline timeline, Clock clock) {
        this.persons = new PersonRows(jdbc);
        this.appointments = new AppointmentRows(jdbc);
        this.enrolments = new EnrolmentRows(jdbc);
        this.outbox = outbox;
        this.tasks = tasks;
        this.timeline = timeline;
        this.clock = clock;
    }

    @Override
    public Map<UUID, ClientCase> load(Collection<UUID> clientIds) {
        Map<UUID, Person> held = persons.hold(clientIds);
        Map<UUID, List<AppointmentChanged>> known = appointments.of(held.keySet());
        Map<UUID, List<Enrolment>> enrolled = enrolments.of(held.keySet());
        Map<UUID, ClientCase> cases = new HashMap<>();
        held.forEach((id, person) -> cases.put(id, new ClientCase(id, person, known.getOrDefault(id, List.of()),
                enrolled.getOrDefault(id, List.of()))));
        return cases;
    }

    /** Steps first: a dispatcher that holds one is waited for, so that a withdrawal follows what it withdraws. */
    @Override
    public void save(Collection<ClientCase> cases) {
        persons.write(cases.stream().filter(ClientCase::isPersonDirty).toList());
        appointments.write(all(cases, ClientCase::dirtyAppointments));
        enrolments.write(all(cases, ClientCase::enrolments));
        Instant now = clock.instant();
        all(cases, each -> each.changes().closings()).forEach(closing -> close(closing, now));
        tasks.raiseAll(all(cases, each -> each.changes().tasks()), now);
        all(cases, each -> each.changes().takenBack()).forEach(
                back -> tasks.takeBack(back.taskKey(), back.reason(), back.otherwise(), now));
        timeline.record(all(cases, each -> each.changes().entries()));
        outbox.publishAll(all(cases, each -> each.changes().events()), now);
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
