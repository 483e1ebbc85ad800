package org.handrail.notifier.calendar.rendering;

import org.handrail.notifier.calendar.CalendarFiles;
import org.handrail.notifier.template.Discretion;
import org.handrail.notifier.template.ReminderToRender;
import org.handrail.notifier.template.RenderedMail;
import org.handrail.notifier.template.Rendering;

/** Adds the calendar file to messages that are to carry one, and holds it to discretion property by property. */
public final class CalendarRendering implements Rendering {

    private final Rendering texts;
    private final CalendarFiles files;
    private final Discretion discretion;

    public CalendarRendering(Rendering texts, CalendarFiles files, Discretion discretion) {
        this.texts = texts;
        this.files = files;
        this.discretion = discretion;
    }

    @Override
    public RenderedMail render(ReminderToRender reminder) {
        RenderedMail mail = texts.render(reminder);
        if (reminder.calendar() == null || reminder.startsAt() == null) {
            return mail;
        }
        RenderedMail.Calendar file = files.file(reminder.calendar(), reminder.startsAt(), reminder.recipient(),
                reminder.language(), reminder.now());
        if (reveals(file)) {
            throw new TemplateFault("revealing-word");
        }
        return mail.with(file);
    }

    /** All but the client's own address and the random uid, which are nobody's words. */
    private boolean reveals(RenderedMail.Calendar file) {
        return file.content().replace("\r\n ", "").lines()
                .filter(line -> !line.startsWith("ATTENDEE") && !line.startsWith("UID:"))
                .anyMatch(discretion::reveals);
    }
}
