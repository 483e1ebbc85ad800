package org.handrail.followup.merge.web;

import java.time.Clock;
import org.handrail.followup.audit.AuditTrail;
import org.handrail.followup.merge.MergingPeople;
import org.handrail.followup.merge.http.HttpMergeLine;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Beans of merging. */
@Configuration(proxyBeanMethods = false)
class MergeConfiguration {

    @Bean
    MergingPeople mergingPeople(
            @Value("${handrail.intake.internal.url:http://localhost:${handrail.intake.port:8080}}") String intake,
            @Value("${handrail.internal.token:}") String token, AuditTrail audit, Clock clock) {
        return new MergingPeople(new HttpMergeLine(intake, token), audit, clock);
    }
}
