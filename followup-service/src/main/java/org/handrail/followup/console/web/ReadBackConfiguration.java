package org.handrail.followup.console.web;

import java.time.Clock;
import org.handrail.followup.audit.AuditTrail;
import org.handrail.followup.console.ContactDetails;
import org.handrail.followup.console.ReadingBack;
import org.handrail.followup.queue.Transactions;
import org.handrail.messaging.Outbox;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ReadBackConfiguration {

    @Bean
    ReadingBack readingBack(
            ContactDetails contacts, Transactions transactions, Outbox outbox, AuditTrail audit, Clock clock) {
        return new ReadingBack(contacts, transactions, outbox, audit, clock);
    }
}
