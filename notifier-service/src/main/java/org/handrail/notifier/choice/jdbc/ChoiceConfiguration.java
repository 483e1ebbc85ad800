package org.handrail.notifier.choice.jdbc;

import java.time.Clock;
import org.handrail.notifier.choice.ClientChoices;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class ChoiceConfiguration {

    @Bean
    ClientChoices clientChoices(JdbcTemplate jdbc, PlatformTransactionManager transactions, Clock clock) {
        return new JdbcClientChoices(jdbc, new TransactionTemplate(transactions), clock);
    }
}
