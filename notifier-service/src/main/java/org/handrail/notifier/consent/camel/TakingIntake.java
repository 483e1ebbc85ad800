package org.handrail.notifier.consent.camel;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.handrail.contract.intake.AddressReadBack;
import org.handrail.contract.intake.AppointmentChanged;
import org.handrail.contract.intake.ClientDischarged;
import org.handrail.contract.intake.ConsentRecorded;
import org.handrail.contract.intake.StopRequested;
import org.handrail.messaging.Received;
import org.handrail.notifier.address.Addresses;
import org.handrail.notifier.appointment.Appointments;
import org.handrail.notifier.consent.ConsentLedger;
import org.handrail.notifier.camel.Facts;

/** The steps of the intake route, each for the facts of its kind. */
public final class TakingIntake {

    private final ConsentLedger ledger;
    private final Addresses addresses;
    private final Appointments appointments;
    private final Consumer<List<UUID>> clients;
    private final Clock clock;

    /** @param clients told of everybody whom the topic names */
    public TakingIntake(ConsentLedger ledger, Addresses addresses, Appointments appointments,
            Consumer<List<UUID>> clients, Clock clock) {
        this.ledger = ledger;
        this.addresses = addresses;
        this.appointments = appointments;
        this.clients = clients;
        this.clock = clock;
    }

    public void recordConsentsAndStops(List<Received> facts) {
        ledger.enter(Facts.of(facts, ConsentRecorded.class), Facts.of(facts, StopRequested.class));
        ledger.discharged(Facts.of(facts, ClientDischarged.class));
    }

    public void confirmAddressesReadBack(List<Received> facts) {
        addresses.readBack(Facts.of(facts, AddressReadBack.class), clock.instant());
    }

    public void keepAppointments(List<Received> facts) {
        appointments.keep(Facts.of(facts, AppointmentChanged.class));
    }

    public void rememberClients(List<Received> facts) {
        clients.accept(facts.stream().map(Received::clientId).distinct().sorted().toList());
    }
}
