package org.handrail.notifier.consent.jdbc;

import java.time.Clock;
import org.handrail.contract.intake.AppointmentChanged;
import org.handrail.messaging.Outbox;
import org.handrail.messaging.erasure.PersonalData;
import org.handrail.notifier.address.Addresses;
import org.handrail.notifier.address.jdbc.ConfirmingAddresses;
import org.handrail.notifier.address.jdbc.JdbcAddresses;
import org.handrail.notifier.appointment.Appointments;
import org.handrail.notifier.appointment.Cancellations;
import org.handrail.notifier.appointment.jdbc.JdbcAppointments;
import org.handrail.notifier.consent.AddressConfirmations;
import org.handrail.notifier.consent.ConsentLedger;
import org.handrail.notifier.consent.Proofs;
import org.handrail.notifier.consent.Stops;
import org.handrail.notifier.consent.Withdrawals;
import org.handrail.notifier.consent.Wordings;
import org.handrail.notifier.consent.camel.ExpiringRoutes;
import org.handrail.notifier.consent.camel.IntakeRoutes;
import org.handrail.notifier.consent.camel.TakingIntake;
import org.handrail.notifier.contact.Contacts;
import org.handrail.notifier.contact.camel.ContactRoutes;
import org.handrail.notifier.contact.camel.FollowingContacts;
import org.handrail.notifier.contact.jdbc.ContactPersonalData;
import org.handrail.notifier.contact.jdbc.JdbcContacts;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Beans of consents, addresses, contacts and appointments, and the routes that feed them. */
@Configuration(proxyBeanMethods = false)
class ConsentConfiguration {

    @Bean
    ConsentLedger consentLedger(JdbcTemplate jdbc, Withdrawals withdrawals, Outbox outbox, Clock clock) {
        return new JdbcConsentLedger(jdbc, withdrawals, outbox, clock);
    }

    @Bean
    Stops stops(ConsentLedger ledger, PlatformTransactionManager transactions) {
        return new TakingStops(ledger, new TransactionTemplate(transactions));
    }

    @Bean
    Wordings wordings(JdbcTemplate jdbc) {
        return new JdbcWordings(jdbc);
    }

    @Bean
    Proofs proofs(JdbcTemplate jdbc, Wordings wordings, Clock clock) {
        return new JdbcProofs(jdbc, wordings, clock);
    }

    @Bean
    JdbcAddresses addresses(JdbcTemplate jdbc, Outbox outbox) {
        return new JdbcAddresses(jdbc, outbox);
    }

    @Bean
    AddressConfirmations addressConfirmations(
            JdbcAddresses addresses, PlatformTransactionManager transactions, Clock clock) {
        return new ConfirmingAddresses(addresses, new TransactionTemplate(transactions), clock);
    }

    @Bean
    Contacts contacts(JdbcTemplate jdbc, Addresses addresses, Withdrawals withdrawals, Clock clock) {
        return new JdbcContacts(jdbc, addresses, withdrawals, clock);
    }

    @Bean
    PersonalData contactPersonalData(JdbcTemplate jdbc) {
        return new ContactPersonalData(jdbc);
    }

    @Bean
    Appointments appointments(JdbcTemplate jdbc, Cancellations cancellations) {
        JdbcAppointments appointments = new JdbcAppointments(jdbc);
        return changed -> {
            appointments.keep(changed);
            cancellations.heed(changed.stream().map(AppointmentChanged::appointmentId).toList());
        };
    }

    @Bean
    IntakeRoutes intakeRoutes(
            ConsentLedger ledger, Addresses addresses, Appointments appointments, JdbcTemplate jdbc, Clock clock) {
        return new IntakeRoutes("events:INTAKE?group=notifier",
                new TakingIntake(ledger, addresses, appointments, new KnownClients(jdbc)::remember, clock));
    }

    @Bean
    ContactRoutes contactRoutes(Contacts contacts) {
        return new ContactRoutes("events:CONTACTS?group=notifier", new FollowingContacts(contacts));
    }

    @Bean
    ExpiringRoutes expiringRoutes(ConsentLedger ledger, PlatformTransactionManager transactions) {
        return new ExpiringRoutes("timer:consent-expiry?period=10000&includeMetadata=false", ledger,
                new TransactionTemplate(transactions));
    }
}
