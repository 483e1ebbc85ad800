package org.handrail.notifier.template.mustache;

import org.handrail.notifier.link.ClientLinks.StopAddresses;
import org.handrail.notifier.template.ReminderToRender;

/** The addresses that go into one message. */
interface Links {

    StopAddresses stop(ReminderToRender reminder);

    String preferences(ReminderToRender reminder);

    String confirmAddress(ReminderToRender reminder);

    /** Of a message about an appointment. */
    String answer(ReminderToRender reminder);
}
