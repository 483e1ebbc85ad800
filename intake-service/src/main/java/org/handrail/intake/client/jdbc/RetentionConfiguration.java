package org.handrail.intake.client.jdbc;

import java.time.Duration;
import java.util.List;
import org.handrail.messaging.retention.RetentionRule;
import org.handrail.messaging.retention.RetentionRules;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What intake keeps, and for how long; kept answers and deliveries of webhooks go by themselves after days. */
@Configuration(proxyBeanMethods = false)
public class RetentionConfiguration {

    @Bean
    RetentionRules retentionRules(@Value("${handrail.retention.records:2192d}") Duration records,
            @Value("${handrail.retention.consents:2192d}") Duration consents) {
        return new RetentionRules(List.of(
                new RetentionRule("intake.inquiry", records, "inquiry", "r.received_at < ?"),
                new RetentionRule("intake.call", records, "call", "r.ended_at < ?"),
                new RetentionRule("intake.consent-act", RetentionRule.atLeastSixYears("HANDRAIL_RETENTION_CONSENTS",
                        consents), "consent_act", "r.received_at < ?")));
    }
}
