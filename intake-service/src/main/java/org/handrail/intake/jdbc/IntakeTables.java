package org.handrail.intake.jdbc;

import java.time.Duration;
import org.handrail.intake.Transactions;
import org.handrail.intake.appointment.Appointments;
import org.handrail.intake.appointment.jdbc.JdbcAppointments;
import org.handrail.intake.call.Calls;
import org.handrail.intake.call.jdbc.JdbcCalls;
import org.handrail.intake.client.Clients;
import org.handrail.intake.client.Erasures;
import org.handrail.intake.client.jdbc.IntakePersonalData;
import org.handrail.intake.client.jdbc.JdbcClients;
import org.handrail.intake.client.jdbc.JdbcErasures;
import org.handrail.intake.consent.ConsentActs;
import org.handrail.intake.consent.jdbc.JdbcConsentActs;
import org.handrail.intake.idempotency.KeptAnswers;
import org.handrail.intake.idempotency.jdbc.JdbcKeptAnswers;
import org.handrail.intake.inquiry.Inquiries;
import org.handrail.intake.inquiry.jdbc.JdbcInquiries;
import org.handrail.intake.limit.ReceiptsOfSources;
import org.handrail.intake.limit.jdbc.JdbcReceiptsOfSources;
import org.handrail.intake.merge.Merges;
import org.handrail.intake.merge.jdbc.JdbcMerges;
import org.handrail.intake.stay.Stays;
import org.handrail.intake.stay.jdbc.JdbcStays;
import org.handrail.messaging.erasure.ErasedClients;
import org.handrail.messaging.erasure.PersonalData;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** The ports of all features in PostgreSQL; keys are in {@link org.handrail.intake.source.jdbc.KeyTable}. */
@Configuration(proxyBeanMethods = false)
public class IntakeTables {

    private final JdbcClient jdbc;

    IntakeTables(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Bean
    Transactions transactions(PlatformTransactionManager manager) {
        return new SpringTransactions(manager);
    }

    @Bean
    Clients clients() {
        return new JdbcClients(jdbc);
    }

    @Bean
    PersonalData intakePersonalData() {
        return new IntakePersonalData(jdbc);
    }

    @Bean
    Erasures erasures(ErasedClients erased, @Value("${handrail.erasure.repeat.after:13h}") Duration repeatAfter) {
        return new JdbcErasures(erased, repeatAfter);
    }

    @Bean
    Merges merges() {
        return new JdbcMerges(jdbc);
    }

    @Bean
    Appointments appointments() {
        return new JdbcAppointments(jdbc);
    }

    @Bean
    Stays stays() {
        return new JdbcStays(jdbc);
    }

    @Bean
    ConsentActs consentActs() {
        return new JdbcConsentActs(jdbc);
    }

    @Bean
    Inquiries inquiries() {
        return new JdbcInquiries(jdbc);
    }

    @Bean
    Calls calls() {
        return new JdbcCalls(jdbc);
    }

    @Bean
    ReceiptsOfSources receiptsOfSources() {
        return new JdbcReceiptsOfSources(jdbc);
    }

    @Bean
    KeptAnswers keptAnswers() {
        return new JdbcKeptAnswers(jdbc);
    }
}
