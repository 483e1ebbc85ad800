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
        return rules(records, RetentionRule.atLeastSixYears("HANDRAIL_RETENTION_CONSENTS", consents));
    }

    public static RetentionRules rules(Duration records, Duration consents) {
        return new RetentionRules(List.of(
                new RetentionRule("intake.inquiry", records, "inquiry", "r.received_at < ?"),
                new RetentionRule("intake.call", records, "call", "r.ended_at < ?"),
                // its changes go with it, in one statement
                new RetentionRule("intake.appointment", records, "appointment", """
                        not exists (select from appointment_change c
                            where c.appointment_id = r.id and greatest(c.received_at, c.starts_at) >= ?)"""),
                new RetentionRule("intake.stay", records, "stay", """
                        greatest(r.admitted_at, r.admission_as_of, r.discharged_at, r.discharge_as_of) < ?"""),
                new RetentionRule("intake.consent-act", consents, "consent_act", "r.received_at < ?")));
    }
}
