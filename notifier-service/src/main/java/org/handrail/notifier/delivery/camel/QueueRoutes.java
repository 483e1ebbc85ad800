package org.handrail.notifier.delivery.camel;

import java.util.List;
import org.apache.camel.builder.RouteBuilder;
import org.handrail.contract.reminders.ReminderDue;
import org.handrail.contract.reminders.RemindersWithdrawn;
import org.handrail.contract.reminders.ResendAsked;
import org.handrail.messaging.Received;
import org.handrail.notifier.delivery.Queue;
import org.handrail.notifier.camel.Facts;

/** Reminders due are only written down here; the sending loop takes them up. */
public final class QueueRoutes extends RouteBuilder {

    private final String reminders;
    private final Queue queue;

    /** @param reminders gives a list of received facts inside a transaction */
    public QueueRoutes(String reminders, Queue queue) {
        this.reminders = reminders;
        this.queue = queue;
    }

    @Override
    public void configure() {
        from(reminders).routeId("notifier.delivery.queue")
                .bean(this, "queue");
    }

    public void queue(List<Received> facts) {
        queue.take(Facts.of(facts, ReminderDue.class), Facts.of(facts, RemindersWithdrawn.class));
        queue.resend(Facts.of(facts, ResendAsked.class));
    }
}
