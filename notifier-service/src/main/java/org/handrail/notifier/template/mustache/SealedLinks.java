package org.handrail.notifier.template.mustache;

import java.util.Objects;
import org.handrail.notifier.link.ClientLinks;
import org.handrail.notifier.link.ClientLinks.StopAddresses;
import org.handrail.notifier.template.ReminderToRender;

/** Links that open their client's pages. */
record SealedLinks(ClientLinks links) implements Links {

    @Override
    public StopAddresses stop(ReminderToRender reminder) {
        return links.stop(reminder.clientId(), reminder.purpose(), reminder.language(), reminder.now());
    }

    @Override
    public String preferences(ReminderToRender reminder) {
        return links.preferences(
                reminder.clientId(), reminder.addressVersion(), reminder.language(), reminder.now());
    }

    @Override
    public String confirmAddress(ReminderToRender reminder) {
        return links.confirmAddress(
                reminder.clientId(), reminder.addressVersion(), reminder.language(), reminder.now());
    }

    @Override
    public String answer(ReminderToRender reminder) {
        return links.answer(reminder.clientId(), Objects.requireNonNull(reminder.appointmentId()),
                reminder.appointmentVersion(), Objects.requireNonNull(reminder.startsAt()), reminder.language(),
                reminder.now());
    }
}
