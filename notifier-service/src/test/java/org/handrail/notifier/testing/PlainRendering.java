package org.handrail.notifier.testing;

import org.handrail.notifier.template.ReminderToRender;
import org.handrail.notifier.template.RenderedMail;
import org.handrail.notifier.template.Rendering;

/** The shortest message there is. */
public final class PlainRendering implements Rendering {

    @Override
    public RenderedMail render(ReminderToRender reminder) {
        return new RenderedMail(reminder.deliveryId(), reminder.recipient(), reminder.deliveryId().toString(),
                reminder.language().tag(), "Your appointment", "Hello", "<p>Hello</p>",
                "https://links.example.org/u/" + reminder.deliveryId(), reminder.now());
    }
}
