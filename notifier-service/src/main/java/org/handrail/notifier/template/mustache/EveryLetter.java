package org.handrail.notifier.template.mustache;

import org.handrail.notifier.template.ReminderToRender;
import org.handrail.notifier.template.RenderedMail;
import org.handrail.notifier.template.Rendering;

/** Messages from templates, and those of a change of address, which nobody edits. */
record EveryLetter(Rendering templates, AddressLetters ofAddress) implements Rendering {

    @Override
    public RenderedMail render(ReminderToRender reminder) {
        return AddressLetters.has(reminder.template()) ? ofAddress.render(reminder) : templates.render(reminder);
    }
}
