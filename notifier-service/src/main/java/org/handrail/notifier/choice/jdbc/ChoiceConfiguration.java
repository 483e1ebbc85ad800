package org.handrail.notifier.choice.jdbc;

import java.time.Clock;
import org.handrail.notifier.choice.ClientChoices;
import org.handrail.notifier.choice.ContactWishes;
import org.handrail.notifier.choice.camel.WishRoutes;
import org.handrail.notifier.choice.http.HttpIntakeLine;
import org.springframework.beans.factory.annotation.Value;
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

    @Bean
    ContactWishes contactWishes(JdbcTemplate jdbc, Clock clock,
            @Value("${handrail.intake.internal.url:http://localhost:${handrail.intake.port:8080}}") String intake,
            @Value("${handrail.internal.token:}") String token) {
        return new JdbcContactWishes(jdbc, new HttpIntakeLine(intake, token), clock);
    }

    @Bean
    WishRoutes wishRoutes(ContactWishes wishes) {
        return new WishRoutes(wishes);
    }
}
