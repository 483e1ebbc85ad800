package org.handrail.intake.merge.web;

import java.net.URI;
import java.time.Clock;
import org.handrail.intake.Transactions;
import org.handrail.intake.client.Clients;
import org.handrail.intake.client.Erasing;
import org.handrail.intake.client.Identifying;
import org.handrail.intake.merge.Merges;
import org.handrail.intake.merge.Merging;
import org.handrail.intake.merge.http.NotifierLedger;
import org.handrail.messaging.Outbox;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Merging and its controller. */
@Configuration(proxyBeanMethods = false)
@Import(MergesController.class)
public class MergeConfiguration {

    @Bean
    Merging merging(Clients clients, Merges merges, Identifying identifying, Erasing erasing, Outbox outbox,
            Transactions transactions, Clock clock,
            @Value("${handrail.notifier.url:http://localhost:${handrail.links.port:8082}}") URI notifier,
            @Value("${handrail.internal.token:}") String token) {
        return new Merging(clients, merges, new NotifierLedger(notifier, token), identifying, erasing, outbox,
                transactions, clock);
    }
}
