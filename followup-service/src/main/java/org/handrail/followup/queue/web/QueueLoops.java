package org.handrail.followup.queue.web;

import org.handrail.followup.queue.CompletingTasks;
import org.handrail.followup.queue.ReturningIgnoredTasks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Looks, in real time, at what the clock has made due. Several instances at once do no harm. */
@Component
class QueueLoops {

    private static final Logger LOG = LoggerFactory.getLogger(QueueLoops.class);

    private final CompletingTasks completing;
    private final ReturningIgnoredTasks returning;

    QueueLoops(CompletingTasks completing, ReturningIgnoredTasks returning) {
        this.completing = completing;
        this.returning = returning;
    }

    @Scheduled(initialDelay = 3_000, fixedDelay = 3_000)
    void retryStops() {
        withoutDatabaseLater(completing::retryStops);
    }

    @Scheduled(initialDelay = 10_000, fixedDelay = 10_000)
    void returnIgnored() {
        withoutDatabaseLater(returning::run);
    }

    private static void withoutDatabaseLater(Runnable work) {
        try {
            work.run();
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("The queue's loop waits for the database: {}", e.getClass().getSimpleName());
        }
    }
}
