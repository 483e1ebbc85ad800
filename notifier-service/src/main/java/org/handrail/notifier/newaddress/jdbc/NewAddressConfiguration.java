package org.handrail.notifier.newaddress.jdbc;

import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.handrail.notifier.address.Addresses;
import org.handrail.notifier.delivery.DirectMail;
import org.handrail.notifier.delivery.Providers;
import org.handrail.notifier.newaddress.AddressMails;
import org.handrail.notifier.newaddress.AddressWishes;
import org.handrail.notifier.newaddress.camel.NewAddressRoutes;
import org.handrail.notifier.newaddress.http.HttpNewAddressLine;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class NewAddressConfiguration {

    /** One at a time: such mails are few, and a server that stalls holds up nothing else. */
    @Bean(destroyMethod = "shutdown")
    ExecutorService addressMailSending() {
        return Executors.newSingleThreadExecutor(work -> {
            Thread thread = new Thread(work, "notifier-address-mail");
            thread.setDaemon(true);
            return thread;
        });
    }

    @Bean
    AddressWishes addressWishes(JdbcTemplate jdbc, PlatformTransactionManager transactions, Addresses addresses,
            AddressMails mails, Providers providers, @Qualifier("addressMailSending") ExecutorService sending,
            @Value("${handrail.intake.internal.url:http://localhost:${handrail.intake.port:8080}}") String intake,
            @Value("${handrail.internal.token:}") String token, Clock clock) {
        return new JdbcAddressWishes(new WishRows(jdbc), new TransactionTemplate(transactions), addresses,
                new HttpNewAddressLine(intake, token), mails, new DirectMail(providers)::send, sending, clock);
    }

    @Bean
    NewAddressRoutes newAddressRoutes(AddressWishes wishes) {
        return new NewAddressRoutes(wishes);
    }
}
