package org.handrail.followup.queue.web;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.handrail.followup.audit.AuditTrail;
import org.handrail.followup.queue.Board;
import org.handrail.followup.queue.CompletingTasks;
import org.handrail.followup.queue.ReturningIgnoredTasks;
import org.handrail.followup.queue.StaffStops;
import org.handrail.followup.queue.StopLine;
import org.handrail.followup.queue.TakingTasks;
import org.handrail.followup.queue.TaskCompletions;
import org.handrail.followup.queue.Transactions;
import org.handrail.followup.queue.http.HttpStopLine;
import org.handrail.followup.queue.jdbc.RetriedTransactions;
import org.handrail.followup.timeline.Timeline;
import org.handrail.messaging.Outbox;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.transaction.PlatformTransactionManager;

/** Beans of the queue. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
public class QueueConfiguration {

    @Bean
    Transactions queueTransactions(PlatformTransactionManager transactionManager) {
        return new RetriedTransactions(transactionManager);
    }

    @Bean
    StopLine stopLine(
            @Value("${handrail.notifier.url:http://localhost:${handrail.links.port:8082}}") String notifier,
            @Value("${handrail.internal.token:}") String token) {
        return new HttpStopLine(notifier, token);
    }

    @Bean
    TakingTasks takingTasks(Board board, Transactions transactions, AuditTrail audit, Clock clock) {
        return new TakingTasks(board, transactions, audit, clock);
    }

    @Bean
    CompletingTasks completingTasks(
            Board board, StaffStops stops, StopLine line, ObjectProvider<TaskCompletions> listeners, Timeline timeline,
            Outbox outbox, AuditTrail audit, Transactions transactions, Clock clock) {
        List<TaskCompletions> all = listeners.orderedStream().toList();
        return new CompletingTasks(board, stops, line, all, timeline, outbox, audit, transactions, clock);
    }

    @Bean
    ReturningIgnoredTasks returningIgnoredTasks(
            Board board, @Value("${handrail.queue.return.after:2h}") String after, Clock clock) {
        Duration duration = DurationStyle.detectAndParse(after);
        return new ReturningIgnoredTasks(board, duration, clock);
    }
}
