package org.handrail.notifier.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.handrail.contract.AppointmentKind;
import org.handrail.contract.AppointmentStatus;
import org.handrail.contract.Language;
import org.handrail.notifier.choice.Choices;
import org.handrail.notifier.delivery.Situation.Appointment;
import org.handrail.notifier.delivery.Situation.Recipient;
import org.handrail.notifier.delivery.jdbc.TestSender;
import org.handrail.notifier.template.ReminderToRender;
import org.handrail.notifier.template.Wording;
import org.junit.jupiter.api.Test;

class MessagesTest {

    private final Messages messages = new Messages(TestSender.SITES);

    @Test
    void isDetailedForWhoChoseThatAlone() {
        assertThat(about(Choices.DISCREET).wording()).isEqualTo(Wording.DISCREET);
        assertThat(about(new Choices(false, true)).wording()).isEqualTo(Wording.DISCREET);
        assertThat(about(new Choices(true, false)).wording()).isEqualTo(Wording.DETAILED);
    }

    @Test
    void tellsWhatTheAppointmentIsForToWhoChoseThatAlone() {
        assertThat(about(Choices.DISCREET).kind()).isNull();
        assertThat(about(new Choices(true, false)).kind()).isEqualTo(AppointmentKind.DETOX_ADMISSION);
    }

    private ReminderToRender about(Choices choices) {
        Recipient recipient = new Recipient(
                false, "Robin", "robin@example.org", 1, Language.EN, null, "main", true, false, choices);
        return messages.about(new Claimed(Circumstances.receipt().situation().delivery(), recipient,
                        new Appointment(1, AppointmentStatus.BOOKED, Circumstances.NOW, "America/New_York", "main",
                                AppointmentKind.DETOX_ADMISSION)),
                Circumstances.NOW);
    }
}
