package org.handrail.followup.erasure.web;

import java.time.Clock;
import org.handrail.followup.audit.AuditTrail;
import org.handrail.followup.erasure.ErasingPeople;
import org.handrail.followup.erasure.http.HttpErasureLine;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Beans of erasing. */
@Configuration(proxyBeanMethods = false)
class ErasureConfiguration {

    @Bean
    ErasingPeople erasingPeople(
            @Value("${handrail.intake.internal.url:http://localhost:${handrail.intake.port:8080}}") String intake,
            @Value("${handrail.internal.token:}") String token, AuditTrail audit, Clock clock) {
        return new ErasingPeople(new HttpErasureLine(intake, token), audit, clock);
    }
}
