package org.handrail.notifier.delivery.jdbc;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.Random;
import org.handrail.messaging.Outbox;
import org.handrail.notifier.NotifierSettings;
import org.handrail.notifier.address.Addresses;
import org.handrail.notifier.appointment.Cancellations;
import org.handrail.notifier.delivery.AfterSending;
import org.handrail.notifier.delivery.BackOff;
import org.handrail.notifier.delivery.CheckingStandby;
import org.handrail.notifier.delivery.DomainPace;
import org.handrail.notifier.delivery.Drafting;
import org.handrail.notifier.delivery.LastLook;
import org.handrail.notifier.delivery.MailersInOrder;
import org.handrail.notifier.delivery.Messages;
import org.handrail.notifier.delivery.Presence;
import org.handrail.notifier.delivery.Providers;
import org.handrail.notifier.delivery.Queue;
import org.handrail.notifier.delivery.Rounds;
import org.handrail.notifier.delivery.SendWindow;
import org.handrail.notifier.delivery.Sender;
import org.handrail.notifier.delivery.SenderIdentity;
import org.handrail.notifier.delivery.SendingLoop;
import org.handrail.notifier.delivery.camel.QueueRoutes;
import org.handrail.notifier.delivery.camel.SendRoutes;
import org.handrail.notifier.delivery.camel.SendingLifecycle;
import org.handrail.notifier.delivery.metrics.DeliveryCounter;
import org.handrail.notifier.delivery.metrics.LedgerGauges;
import org.handrail.notifier.delivery.metrics.MailHealth;
import org.handrail.notifier.delivery.metrics.MeteredMailer;
import org.handrail.notifier.newaddress.AddressMails;
import org.handrail.notifier.operator.OperatorAlerts;
import org.handrail.notifier.operator.jdbc.JdbcOperatorAlerts;
import org.handrail.notifier.template.Rendering;
import org.handrail.platform.site.Sites;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Beans of the delivery ledger and of the loop that empties it. */
@Configuration(proxyBeanMethods = false)
class DeliveryConfiguration {

    /** How long, in real time, events that set out together may arrive apart. */
    private static final Duration UNDER_WAY = Duration.ofSeconds(3);

    @Bean
    SenderIdentity senderIdentity(
            NotifierSettings settings, @Value("${server.port}") int port, @Value("${HOSTNAME:}") String host) {
        UUID id = UUID.randomUUID();
        String place = host.isBlank() ? LocalHost.name() : host;
        String name = settings.instance() != null ? settings.instance() : port == 0 ? id.toString() : place + ":" + port;
        return new SenderIdentity(id, name);
    }

    @Bean
    OperatorAlerts operatorAlerts(JdbcTemplate jdbc) {
        return new JdbcOperatorAlerts(jdbc);
    }

    @Bean
    Providers mailProviders(MailersInOrder mailers, MeterRegistry meters) {
        return new Providers(MeteredMailer.all(mailers.mailers(), meters), System::nanoTime, new Random());
    }

    @Bean
    DomainPace domainPace(
            @Value("${handrail.mail.domain.rate:0}") int perMinute,
            @Value("${handrail.mail.domain.connections:0}") int atOnce) {
        return new DomainPace(new DomainPace.Limits(perMinute, atOnce), System::nanoTime, new Random());
    }

    @Bean
    Messages messages(Sites sites) {
        return new Messages(sites);
    }

    @Bean
    LastLook lastLook(NotifierSettings settings) {
        return new LastLook(new SendWindow(settings.sendWindow().from(), settings.sendWindow().until()),
                settings.receiptsPerAddress());
    }

    @Bean
    Rounds rounds(JdbcTemplate jdbc, PlatformTransactionManager transactions, LastLook lastLook, Messages messages,
            Rendering rendering, DomainPace pace, Addresses addresses, Outbox outbox, OperatorAlerts alerts, Clock clock,
            SenderIdentity self, MeterRegistry meters) {
        return new JdbcRounds(jdbc, new TransactionTemplate(transactions),
                new Claiming(new DueRows(jdbc), new Situations(jdbc, messages, UNDER_WAY), lastLook, pace),
                new Drafting(messages, rendering),
                new LedgerWriter(jdbc, outbox, self.id(), new DeliveryCounter(meters)::count),
                addresses, alerts, clock, self.id());
    }

    @Bean
    SendingLoop sendingLoop(Rounds rounds, Providers providers, DomainPace pace, NotifierSettings settings,
            Clock clock) {
        BackOff backOff = new BackOff(settings.retry().first(), settings.retry().longest(), new Random());
        Sender sender = new Sender(providers, pace, new AfterSending(backOff), clock);
        return new SendingLoop(rounds, sender);
    }

    @Bean
    JdbcQueue deliveryQueue(JdbcTemplate jdbc, Outbox outbox, Clock clock, SendingLoop loop) {
        return new JdbcQueue(jdbc, outbox, clock, loop::look);
    }

    @Bean
    Cancellations cancellations(JdbcTemplate jdbc, Clock clock) {
        return new CancellationNotices(jdbc, clock);
    }

    @Bean
    AddressMails addressMails(JdbcTemplate jdbc) {
        return new AddressNotices(jdbc);
    }

    @Bean
    Presence presence(JdbcTemplate jdbc, PlatformTransactionManager transactions, Outbox outbox,
            OperatorAlerts alerts, Clock clock, SenderIdentity self, NotifierSettings settings) {
        return new JdbcPresence(jdbc, new TransactionTemplate(transactions), outbox, alerts, clock, self,
                settings.lease());
    }

    @Bean
    LedgerGauges ledgerGauges(JdbcTemplate jdbc, OperatorAlerts alerts, Clock clock, Providers providers,
            DomainPace pace, MeterRegistry meters) {
        return new LedgerGauges(new JdbcLedgerFigures(jdbc, alerts, clock), providers, pace, meters);
    }

    @Bean
    MailHealth mailHealth(LedgerGauges gauges, Providers providers) {
        return new MailHealth(gauges, providers);
    }

    @Bean
    SendingLifecycle sendingLifecycle(SendingLoop loop, Presence presence) {
        return new SendingLifecycle(loop, presence);
    }

    @Bean
    QueueRoutes queueRoutes(Queue queue) {
        return new QueueRoutes("events:REMINDERS?group=notifier", queue);
    }

    @Bean
    SendRoutes sendRoutes(SendingLoop loop, Presence presence, LedgerGauges gauges, Providers providers,
            OperatorAlerts alerts, Clock clock) {
        return new SendRoutes(loop, presence, gauges, new CheckingStandby(providers,
                faults -> alerts.raise(faults, clock.instant())));
    }
}
