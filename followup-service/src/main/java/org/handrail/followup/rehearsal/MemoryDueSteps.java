package org.handrail.followup.rehearsal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.handrail.contract.intake.AppointmentChanged;
import org.handrail.followup.dispatch.DueNow;
import org.handrail.followup.dispatch.DueSteps;
import org.handrail.followup.enrolment.DueStep;
import org.handrail.followup.enrolment.Person;
import org.handrail.followup.schedule.AnchorEvent;
import org.handrail.followup.schedule.StopEvent;

/** The dispatcher's view of what the maps hold. */
final class MemoryDueSteps implements DueSteps {

    private final Steps steps;
    private final MemoryCases cases;
    private final MemoryClients clients;
    private final Map<UUID, LocalDate> mailDays = new HashMap<>();

    MemoryDueSteps(Steps steps, MemoryCases cases, MemoryClients clients) {
        this.steps = steps;
        this.cases = cases;
        this.clients = clients;
    }

    @Override
    public List<DueNow> claim(Instant now, int most) {
        return steps.due(now, most).stream().map(this::dueNow).toList();
    }

    private DueNow dueNow(DueStep step) {
        MemoryCases.Kept enrolment = cases.enrolment(step.enrolmentId());
        UUID client = enrolment.origin().clientId();
        Person person = cases.person(client).orElse(Person.UNKNOWN);
        return new DueNow(step, enrolment.origin(), person.zone(), clients.address(client),
                clients.preferences(client));
    }

    @Override
    public Map<UUID, List<AppointmentChanged>> appointments(Collection<UUID> clientIds) {
        return clientIds.stream().collect(Collectors.toMap(id -> id, cases::appointments));
    }

    @Override
    public Map<UUID, Instant> lastReached(Collection<UUID> clientIds) {
        Map<UUID, Instant> reached = new HashMap<>();
        clientIds.forEach(client -> cases.person(client)
                .map(person -> person.lastStops().get(StopEvent.REACHED))
                .ifPresent(at -> reached.put(client, at)));
        return reached;
    }

    @Override
    public Map<UUID, Instant> nextReminders(Collection<UUID> clientIds) {
        Map<UUID, Instant> next = new HashMap<>();
        steps.pending().filter(DueStep::email).forEach(step -> {
            MemoryCases.Kept enrolment = cases.enrolment(step.enrolmentId());
            UUID client = enrolment.origin().clientId();
            if (enrolment.end() == null && enrolment.origin().event() == AnchorEvent.APPOINTMENT
                    && clientIds.contains(client)) {
                next.merge(client, step.at(), (one, other) -> one.isBefore(other) ? one : other);
            }
        });
        return next;
    }

    @Override
    public Set<MailDay> firstOfTheirDay(Collection<MailDay> days) {
        return days.stream().filter(this::isFirst).collect(Collectors.toSet());
    }

    private boolean isFirst(MailDay mail) {
        LocalDate last = mailDays.get(mail.clientId());
        boolean first = last == null || last.isBefore(mail.day());
        if (first) {
            mailDays.put(mail.clientId(), mail.day());
        }
        return first;
    }

    @Override
    public void settle(Collection<Settled> settled) {
        settled.forEach(each -> steps.settle(each.step()));
    }
}
