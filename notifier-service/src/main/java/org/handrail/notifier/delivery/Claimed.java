package org.handrail.notifier.delivery;

import org.handrail.notifier.delivery.Situation.Appointment;
import org.handrail.notifier.delivery.Situation.Recipient;
import org.handrail.notifier.template.ReminderToRender.CalendarEntry;
import org.jspecify.annotations.Nullable;

/** A delivery that is SENDING, with what the last look saw, which is what the message is made of. */
public record Claimed(
        Delivery delivery, Recipient recipient, @Nullable Appointment appointment, @Nullable CalendarEntry calendar) {

    public Claimed(Delivery delivery, Recipient recipient, @Nullable Appointment appointment) {
        this(delivery, recipient, appointment, null);
    }

    public Claimed with(CalendarEntry entry) {
        return new Claimed(delivery, recipient, appointment, entry);
    }
}
