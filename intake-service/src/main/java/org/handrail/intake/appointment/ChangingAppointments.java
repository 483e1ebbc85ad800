package org.handrail.intake.appointment;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.handrail.contract.AppointmentKind;
import org.handrail.intake.Transactions;
import org.handrail.intake.appointment.Appointment.Decision;
import org.handrail.intake.client.Client;
import org.handrail.intake.client.ClientNamed;
import org.handrail.intake.client.Clients;
import org.handrail.intake.client.Identifying;
import org.handrail.intake.client.ReferenceTakenException;
import org.handrail.messaging.Outbox;

/** Takes in what a source tells of its appointments. Whatever the order, an older change never undoes a newer one. */
public final class ChangingAppointments {

    private final Appointments appointments;
    private final Identifying identifying;
    private final Clients clients;
    private final Outbox outbox;
    private final Transactions transactions;
    private final Clock clock;

    public ChangingAppointments(Appointments appointments, Identifying identifying, Clients clients, Outbox outbox,
            Transactions transactions, Clock clock) {
        this.appointments = appointments;
        this.identifying = identifying;
        this.clients = clients;
        this.outbox = outbox;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What a change came to. @param appointment as it is now */
    public record Outcome(Appointment appointment, Decision decision) {
    }

    /** A booking that is known is moved, or on again, if it is told anew with another time. */
    public Outcome book(String source, String reference, ClientNamed named, AppointmentKind kind, Told told) {
        return transactions.inOne(() -> {
            // the appointment before the client, here as everywhere: no two requests wait for each other
            Appointment appointment = appointments.lock(source, reference);
            Client client = identifying.identify(source, named, null, told.occurredAt());
            if (appointment.clientId() != null && !appointment.clientId().equals(client.id())) {
                throw new ReferenceTakenException();
            }
            if (appointment.clientId() == null) {
                appointments.book(appointment.id(), client.id(), kind);
            }
            AppointmentKind keptKind = appointment.kind() == null ? kind : appointment.kind();
            return take(new Appointment(
                    appointment.id(), client.id(), keptKind, appointment.version(), appointment.told()), told);
        });
    }

    public Outcome change(String source, String reference, Told told) {
        return transactions.inOne(() -> {
            Appointment appointment = appointments.lock(source, reference);
            if (appointment.clientId() != null) {
                clients.lock(appointment.clientId());
            }
            return take(appointment, told);
        });
    }

    public Optional<Appointment> find(String source, String reference) {
        return appointments.find(source, reference);
    }

    private Outcome take(Appointment appointment, Told told) {
        Decision decision = appointment.decide(told);
        if (decision instanceof Decision.Repeated) {
            return new Outcome(appointment, decision);
        }
        appointments.keep(appointment.id(), told, clock.instant());
        int version = appointment.version();
        if (decision instanceof Decision.Publish publish) {
            version = publish.fact().version();
            appointments.published(appointment.id(), version);
            outbox.publish(publish.fact(), publish.fact().occurredAt());
        }
        List<Told> all = new ArrayList<>(appointment.told());
        all.add(told);
        return new Outcome(new Appointment(
                appointment.id(), appointment.clientId(), appointment.kind(), version, all), decision);
    }
}
