package org.handrail.notifier.bounce.jdbc;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.handrail.messaging.Outbox;
import org.handrail.messaging.erasure.PersonalData;
import org.handrail.notifier.address.Addresses;
import org.handrail.notifier.bounce.TakingReturns;
import org.handrail.notifier.bounce.imap.ImapMailbox;
import org.handrail.notifier.bounce.imap.MailboxReader;
import org.handrail.notifier.bounce.metrics.MailboxHealth;
import org.handrail.notifier.bounce.metrics.ReturnsCounter;
import org.handrail.notifier.consent.Stops;
import org.handrail.notifier.delivery.metrics.DeliveryCounter;
import org.handrail.notifier.link.ReturnPaths;
import org.handrail.notifier.newaddress.AddressWishes;
import org.handrail.notifier.operator.OperatorAlerts;
import org.handrail.platform.text.CrisisWords;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Beans of what comes back. The mailbox is read when the settings name one. */
@Configuration(proxyBeanMethods = false)
class BounceConfiguration {

    @Bean
    JdbcReturns returns(JdbcTemplate jdbc) {
        return new JdbcReturns(jdbc);
    }

    @Bean
    PersonalData replyPersonalData(JdbcTemplate jdbc) {
        return new ReplyPersonalData(jdbc);
    }

    @Bean
    TakingReturns takingReturns(JdbcReturns returns, JdbcTemplate jdbc, ReturnPaths tokens, Addresses addresses,
            Stops stops, Outbox outbox, OperatorAlerts alerts, AddressWishes wishes, MeterRegistry meters, Clock clock) {
        return new TakingReturns(new TakingReturns.Parts(returns,
                new JdbcSentMails(jdbc, outbox, new DeliveryCounter(meters)::count), tokens, addresses, stops, outbox,
                (code, at) -> alerts.raise(List.of(code), at), CrisisWords.shipped()::foundIn, clock,
                wishes::decline));
    }

    @Bean
    @Conditional(MailboxNamed.class)
    MailboxReader mailboxReader(@Value("${handrail.bounce.imap.url}") String url, TakingReturns taking,
            JdbcReturns returns, PlatformTransactionManager transactions, JdbcTemplate jdbc, MeterRegistry meters,
            Clock clock) {
        ImapMailbox mailbox = ImapMailbox.parse(url);
        MailboxTurns turns = new MailboxTurns(jdbc, UUID.randomUUID());
        TransactionTemplate transaction = new TransactionTemplate(transactions);
        ReturnsCounter counter = new ReturnsCounter(meters);
        return new MailboxReader(mailbox, message -> {
            TakingReturns.Taken taken = transaction.execute(status -> taking.take(message));
            counter.count(taken);
            return taken;
        }, () -> turns.take(mailbox.toString()), turns::leave, returns::forgetOld, clock);
    }

    @Bean
    @Conditional(MailboxNamed.class)
    MailboxHealth mailboxHealth(MailboxReader reader, MeterRegistry meters) {
        return new MailboxHealth(reader.state(), meters);
    }
}
