package org.handrail.followup.proof.web;

import org.handrail.followup.proof.Ledger;
import org.handrail.followup.proof.http.HttpLedger;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Beans of the proof. */
@Configuration(proxyBeanMethods = false)
class ProofConfiguration {

    @Bean
    Ledger consentLedger(
            @Value("${handrail.notifier.url:http://localhost:${handrail.links.port:8082}}") String notifier,
            @Value("${handrail.internal.token:}") String token) {
        return new HttpLedger(notifier, token);
    }
}
