package org.handrail.notifier.link.jdbc;

import java.net.URI;
import java.time.Clock;
import org.handrail.notifier.link.ClientLinks;
import org.handrail.notifier.link.LinkKeys;
import org.handrail.notifier.link.LinkTokens;
import org.handrail.notifier.link.ReturnPaths;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Links drawn with keys from the database. */
@Configuration(proxyBeanMethods = false)
public class LinkConfiguration {

    @Bean
    LinkKeys linkKeys(JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
        TransactionTemplate own = new TransactionTemplate(transactions);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        JdbcLinkKeys keys = new JdbcLinkKeys(jdbc, own);
        keys.current(clock.instant());
        return keys;
    }

    @Bean
    LinkTokens linkTokens(LinkKeys keys) {
        return new LinkTokens(keys);
    }

    @Bean
    ReturnPaths returnPaths(LinkKeys keys) {
        return new ReturnPaths(keys);
    }

    @Bean
    ClientLinks clientLinks(
            @Value("${handrail.links.url:http://localhost:${handrail.links.port:8082}}") URI base, LinkTokens tokens) {
        return new ClientLinks(base, tokens);
    }
}
