package org.handrail.intake.source.jdbc;

import org.handrail.intake.source.ApiKeys;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** API keys in PostgreSQL; apart from the rest, since the key commands need nothing else. */
@Configuration(proxyBeanMethods = false)
public class KeyTable {

    @Bean
    ApiKeys apiKeys(JdbcClient jdbc) {
        return new JdbcApiKeys(jdbc);
    }
}
