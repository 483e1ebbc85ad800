package org.handrail.notifier.delivery;

import org.handrail.notifier.delivery.Situation.Appointment;
import org.handrail.notifier.delivery.Situation.Recipient;
import org.handrail.notifier.template.ReminderToRender.CalendarEntry;
import org.handrail.notifier.template.RenderedMail;
import org.jspecify.annotations.Nullable;

/**
 * A delivery that is SENDING, with what the last look saw, which is what the message is made of.
 *
 * @param mail the message; null until it is drafted, which is before the row is claimed
 */
public record Claimed(
        Delivery delivery, Recipient recipient, @Nullable Appointment appointment, @Nullable CalendarEntry calendar,
        @Nullable RenderedMail mail) {

    public Claimed(Delivery delivery, Recipient recipient, @Nullable Appointment appointment) {
        this(delivery, recipient, appointment, null, null);
    }

    public Claimed with(CalendarEntry entry) {
        return new Claimed(delivery, recipient, appointment, entry, mail);
    }

    Claimed with(RenderedMail drafted) {
        return new Claimed(delivery, recipient, appointment, calendar, drafted);
    }
}
