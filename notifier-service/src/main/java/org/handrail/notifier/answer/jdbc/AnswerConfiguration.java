package org.handrail.notifier.answer.jdbc;

import java.time.Clock;
import org.handrail.messaging.Outbox;
import org.handrail.notifier.answer.AppointmentAnswers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class AnswerConfiguration {

    @Bean
    AppointmentAnswers appointmentAnswers(
            JdbcTemplate jdbc, PlatformTransactionManager transactions, Outbox outbox, Clock clock) {
        return new JdbcAppointmentAnswers(jdbc, new TransactionTemplate(transactions), outbox, clock);
    }
}
