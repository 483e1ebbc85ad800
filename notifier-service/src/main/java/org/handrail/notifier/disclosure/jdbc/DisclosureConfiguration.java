package org.handrail.notifier.disclosure.jdbc;

import java.time.Clock;
import org.handrail.messaging.erasure.PersonalData;
import org.handrail.notifier.disclosure.Disclosures;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Beans of disclosures. */
@Configuration(proxyBeanMethods = false)
class DisclosureConfiguration {

    @Bean
    Disclosures disclosures(JdbcTemplate jdbc, PlatformTransactionManager transactions, Clock clock) {
        return new JdbcDisclosures(jdbc, new TransactionTemplate(transactions), clock);
    }

    @Bean
    PersonalData disclosurePersonalData(JdbcTemplate jdbc) {
        return new DisclosurePersonalData(jdbc);
    }
}
