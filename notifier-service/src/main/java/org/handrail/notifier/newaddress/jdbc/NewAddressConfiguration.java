package org.handrail.notifier.newaddress.jdbc;

import java.time.Clock;
import org.handrail.notifier.address.Addresses;
import org.handrail.notifier.newaddress.AddressMails;
import org.handrail.notifier.newaddress.AddressWishes;
import org.handrail.notifier.newaddress.camel.NewAddressRoutes;
import org.handrail.notifier.newaddress.http.HttpNewAddressLine;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class NewAddressConfiguration {

    @Bean
    AddressWishes addressWishes(JdbcTemplate jdbc, PlatformTransactionManager transactions, Addresses addresses,
            AddressMails mails,
            @Value("${handrail.intake.internal.url:http://localhost:${handrail.intake.port:8080}}") String intake,
            @Value("${handrail.internal.token:}") String token, Clock clock) {
        return new JdbcAddressWishes(new WishRows(jdbc), new TransactionTemplate(transactions), addresses,
                new HttpNewAddressLine(intake, token), mails, clock);
    }

    @Bean
    NewAddressRoutes newAddressRoutes(AddressWishes wishes) {
        return new NewAddressRoutes(wishes);
    }
}
