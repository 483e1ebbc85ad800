package org.handrail.notifier.editing.jdbc;

import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.handrail.notifier.delivery.DirectMail;
import org.handrail.notifier.delivery.Providers;
import org.handrail.notifier.editing.BringingShipped;
import org.handrail.notifier.editing.Drafts;
import org.handrail.notifier.editing.EditingTemplates;
import org.handrail.notifier.editing.Proofreading;
import org.handrail.notifier.editing.SendingTestMails;
import org.handrail.notifier.editing.ShippedSources;
import org.handrail.notifier.editing.TestMails;
import org.handrail.notifier.editing.Versions;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Templates as versions in the database; those that come with this release are there before anything reads them. */
@Configuration(proxyBeanMethods = false)
class EditingConfiguration {

    @Bean
    Versions templateVersions(
            JdbcTemplate jdbc, PlatformTransactionManager transactions, ShippedSources shipped, Clock clock) {
        JdbcVersions versions = new JdbcVersions(jdbc);
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            versions.lockAll();
            new BringingShipped(versions).bring(shipped.byKey(), clock.instant());
        });
        return versions;
    }

    @Bean
    Drafts templateDrafts(JdbcTemplate jdbc) {
        return new JdbcDrafts(jdbc);
    }

    @Bean
    TestMails testMails(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        return new JdbcTestMails(jdbc, new TransactionTemplate(transactions));
    }

    /** One at a time: editors are few, and a server that stalls holds up nothing else. */
    @Bean(destroyMethod = "shutdown")
    ExecutorService testMailSending() {
        return Executors.newSingleThreadExecutor(work -> {
            Thread thread = new Thread(work, "notifier-test-mail");
            thread.setDaemon(true);
            return thread;
        });
    }

    @Bean
    SendingTestMails sendingTestMails(Drafts drafts, EditingTemplates editing, Proofreading proofreading,
            TestMails mails, Providers providers, @Qualifier("testMailSending") ExecutorService sending, Clock clock) {
        return new SendingTestMails(
                drafts, editing, proofreading, mails, new DirectMail(providers)::send, sending, clock);
    }

    @Bean
    EditingTemplates editingTemplates(Versions versions, Drafts drafts, Proofreading proofreading,
            PlatformTransactionManager transactions, Clock clock) {
        TransactionTemplate template = new TransactionTemplate(transactions);
        return new EditingTemplates(versions, drafts, proofreading, new EditingTemplates.Transactions() {
            @Override
            public <T> T in(Supplier<T> work) {
                return Objects.requireNonNull(template.execute(status -> work.get()));
            }
        }, clock);
    }
}
