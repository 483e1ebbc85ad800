package org.handrail.notifier.calendar.rendering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.handrail.contract.Language;
import org.handrail.notifier.calendar.CalendarFiles;
import org.handrail.notifier.template.ReminderToRender;
import org.handrail.notifier.template.ReminderToRender.CalendarEntry;
import org.handrail.notifier.template.Reminders;
import org.handrail.notifier.template.Rendering;
import org.handrail.notifier.template.mustache.Renderings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CalendarRenderingTest {

    @Test
    void addsAFileWhereOneIsWantedAlone() {
        assertThat(rendering("Front Desk").render(reminder(null)).calendar()).isNull();
        assertThat(rendering("Front Desk").render(reminder(new CalendarEntry(UUID.randomUUID(), 0, false))).calendar())
                .satisfies(file -> assertThat(file.content()).contains("METHOD:REQUEST\r\n", "SUMMARY:Appointment\r\n"));
    }

    @Test
    void holdsBackWhatAPropertyWouldReveal() {
        assertThatThrownBy(() -> rendering("Sunrise R\u0435covery")
                .render(reminder(new CalendarEntry(UUID.randomUUID(), 0, false))))
                .isInstanceOfSatisfying(Rendering.TemplateFault.class,
                        fault -> assertThat(fault.code()).isEqualTo("revealing-word"));
    }

    private static Rendering rendering(String organizer) {
        return new CalendarRendering(Reminders.rendering(), new CalendarFiles(organizer, "frontdesk@example.org"),
                Renderings.discretion());
    }

    private static ReminderToRender reminder(@Nullable CalendarEntry entry) {
        ReminderToRender one = Reminders.reminder("appointment-reminder", Language.EN, "Alex");
        return new ReminderToRender(one.deliveryId(), one.clientId(), one.purpose(), one.template(), one.language(),
                "sober-recovery@client.example", one.addressVersion(), one.givenName(), one.appointmentId(),
                one.appointmentVersion(), one.startsAt(), one.siteZone(), one.clientZone(), one.siteName(),
                one.sitePhone(), one.now(), entry);
    }
}
