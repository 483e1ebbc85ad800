package org.handrail.followup.enrolment;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.handrail.contract.intake.AppointmentChanged;
import org.handrail.contract.reminders.RemindersWithdrawn;
import org.handrail.followup.queue.NewTask;
import org.handrail.followup.schedule.ScheduleVersion;
import org.handrail.followup.schedule.StopEvent;
import org.jspecify.annotations.Nullable;

/** All of one client's follow-up, while facts are applied to it. Not thread-safe. */
public final class ClientCase {

    private final UUID clientId;
    private Person person;
    private boolean personDirty;
    private final Map<UUID, AppointmentChanged> appointments = new LinkedHashMap<>();
    private final Set<UUID> dirtyAppointments = new HashSet<>();
    private final Map<UUID, Enrolment> enrolments = new LinkedHashMap<>();
    private final Changes changes = new Changes();

    public ClientCase(
            UUID clientId, Person person, Collection<AppointmentChanged> appointments,
            Collection<Enrolment> enrolments) {
        this.clientId = clientId;
        this.person = person;
        appointments.forEach(each -> this.appointments.put(each.appointmentId(), each));
        enrolments.forEach(each -> this.enrolments.put(each.id(), each));
    }

    public static ClientCase empty(UUID clientId) {
        return new ClientCase(clientId, Person.UNKNOWN, List.of(), List.of());
    }

    public UUID clientId() {
        return clientId;
    }

    public Person person() {
        return person;
    }

    public boolean isPersonDirty() {
        return personDirty;
    }

    void person(Person now) {
        if (!now.equals(person)) {
            this.person = now;
            this.personDirty = true;
        }
    }

    public Changes changes() {
        return changes;
    }

    public Optional<AppointmentChanged> appointment(UUID appointmentId) {
        return Optional.ofNullable(appointments.get(appointmentId));
    }

    public Collection<AppointmentChanged> appointments() {
        return Collections.unmodifiableCollection(appointments.values());
    }

    public List<AppointmentChanged> dirtyAppointments() {
        return dirtyAppointments.stream().map(appointments::get).toList();
    }

    void appointment(AppointmentChanged now) {
        appointments.put(now.appointmentId(), now);
        dirtyAppointments.add(now.appointmentId());
    }

    public Collection<Enrolment> enrolments() {
        return Collections.unmodifiableCollection(enrolments.values());
    }

    public Optional<Enrolment> enrolment(UUID id) {
        return Optional.ofNullable(enrolments.get(id));
    }

    List<Enrolment> active() {
        return enrolments.values().stream().filter(Enrolment::isActive).toList();
    }

    /** Active ones because of this appointment: before its start, and after it was missed or cancelled. */
    List<Enrolment> activeFor(UUID appointmentId) {
        return active().stream().filter(each -> appointmentId.equals(each.origin().appointmentId())).toList();
    }

    void add(Enrolment enrolment) {
        enrolments.put(enrolment.id(), enrolment);
    }

    /** Ends an enrolment: nothing more comes of it, what is queued is withdrawn, its open tasks are closed. */
    void end(Enrolment enrolment, String reason, Instant at, @Nullable UUID by) {
        endKeepingTasks(enrolment, reason, at, by);
        changes.close(new Changes.Closing(clientId, enrolment.id(), reason));
    }

    void endKeepingTasks(Enrolment enrolment, String reason, Instant at, @Nullable UUID by) {
        enrolment.end(new Enrolment.End(reason, at, by));
        changes.publish(new RemindersWithdrawn(clientId, enrolment.id(), reason, at));
        note(at, enrolment.id(), "enrolment.ended", enrolment.id().toString(),
                Map.of("schedule", enrolment.origin().scheduleId(), "reason", reason));
    }

    void endAll(String reason, Instant at) {
        active().forEach(enrolment -> end(enrolment, reason, at, null));
    }

    /** Ends what the schedules say this ends, unless it began only afterwards. */
    void stop(StopEvent stop, Instant at, String reason, @Nullable UUID by, Surroundings around) {
        person(person.stopped(stop, at));
        heed(stop, at, reason, by, around);
    }

    /** As {@link #stop} for a fact that can be taken back: what began before it ends, what begins later asks again. */
    void heed(StopEvent stop, Instant at, String reason, @Nullable UUID by, Surroundings around) {
        active().stream()
                .filter(enrolment -> !enrolment.standing().knownAt().isAfter(at))
                .filter(enrolment -> around.scheduleOf(enrolment).map(ScheduleVersion::schedule)
                        .filter(schedule -> schedule.stops().contains(stop)).isPresent())
                .toList()
                .forEach(enrolment -> end(enrolment, reason, at, by));
    }

    void note(Instant at, String code, Object subject, Map<String, String> details) {
        note(at, null, code, subject.toString(), details);
    }

    void note(Instant at, @Nullable UUID enrolmentId, String code, String subject, Map<String, String> details) {
        changes.record(Changes.entry(clientId, at, enrolmentId, code, subject, details));
    }

    void raise(NewTask task) {
        changes.raise(task);
    }

    void takeBack(String taskKey, String reason, @Nullable NewTask otherwise) {
        changes.takeBack(new Changes.TakingBack(taskKey, reason, otherwise));
    }

    void closeCallBacks(String reason) {
        changes.close(new Changes.Closing(clientId, null, reason));
    }
}
