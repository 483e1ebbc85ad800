package org.handrail.notifier.wordlist.jdbc;

import java.time.Clock;
import java.util.List;
import org.handrail.notifier.template.Discretion;
import org.handrail.notifier.template.TextsInForce;
import org.handrail.notifier.wordlist.ChangingWords;
import org.handrail.notifier.wordlist.FollowingWords;
import org.handrail.notifier.wordlist.OwnWords;
import org.handrail.notifier.wordlist.camel.WordListRoutes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class WordListConfiguration {

    @Bean
    OwnWords ownWords(JdbcTemplate jdbc, PlatformTransactionManager transactions, Clock clock) {
        return new JdbcOwnWords(jdbc, new TransactionTemplate(transactions), clock);
    }

    /** Looks once before anything is sent. */
    @Bean(initMethod = "look")
    FollowingWords followingWords(OwnWords words, Discretion discretion) {
        return new FollowingWords(words, discretion);
    }

    @Bean
    ChangingWords changingWords(
            OwnWords words, Discretion discretion, FollowingWords following, List<TextsInForce> texts) {
        return new ChangingWords(words, discretion, following, texts);
    }

    @Bean
    WordListRoutes wordListRoutes(FollowingWords following) {
        return new WordListRoutes(following);
    }
}
