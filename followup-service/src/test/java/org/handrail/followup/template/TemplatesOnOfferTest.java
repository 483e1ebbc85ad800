package org.handrail.followup.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.handrail.contract.Purpose;
import org.handrail.followup.schedule.InvalidSchedule;
import org.handrail.followup.schedule.Templates;
import org.handrail.followup.schedule.json.Notation;
import org.handrail.followup.schedule.json.ScheduleReader;
import org.handrail.followup.template.MailTemplates.Listed;
import org.handrail.followup.template.MailTemplates.Overview;
import org.handrail.platform.time.SettableClock;
import org.junit.jupiter.api.Test;

class TemplatesOnOfferTest {

    private static final String SCHEDULE = """
            id: groups
            title: Groups
            anchor: {event: DISCHARGE}
            stops: []
            steps:
              - key: invite
                offset: {type: ELAPSED, by: P1D}
                action: {type: EMAIL, template: group-invitation, purpose: %s, withoutConsent: SKIP}
                late: {policy: SKIP}
            """;

    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-02T17:00:00Z"));
    private final MailTemplates desk = mock(MailTemplates.class);
    private final TemplatesOnOffer offer = new TemplatesOnOffer(desk, clock);
    private final ScheduleReader reader = new ScheduleReader(offer);

    @Test
    void letsAScheduleNameWhatWasPublishedForItsPurpose() {
        when(desk.overview()).thenReturn(overview());

        assertThatThrownBy(() -> reader.read(SCHEDULE.formatted("FOLLOW_UP"), Notation.YAML))
                .isInstanceOf(InvalidSchedule.class).hasMessageContaining("is not a template");
        when(desk.overview()).thenReturn(overview(listed("group-invitation", Purpose.FOLLOW_UP, true)));
        clock.advance(Duration.ofSeconds(6));

        assertThatNoException().isThrownBy(() -> reader.read(SCHEDULE.formatted("FOLLOW_UP"), Notation.YAML));
        assertThatThrownBy(() -> reader.read(SCHEDULE.formatted("RECEIPTS"), Notation.YAML))
                .hasMessageContaining("must be FOLLOW_UP");
    }

    @Test
    void keepsToWhatItKnewWhileTheDeskIsAway() {
        doThrow(new DeskAway("status-503")).when(desk).overview();
        assertThat(offer.get().keys()).isEqualTo(Templates.SHIPPED.keys());

        doReturn(overview(listed("group-invitation", Purpose.FOLLOW_UP, true)))
                .doThrow(new DeskAway("status-503")).when(desk).overview();
        clock.advance(Duration.ofSeconds(6));
        assertThat(offer.get().keys()).contains("group-invitation", "appointment-reminder");
        clock.advance(Duration.ofSeconds(6));
        assertThat(offer.get().keys()).contains("group-invitation");
    }

    @Test
    void leavesOutWhatNoScheduleMayName() {
        when(desk.overview()).thenReturn(overview(listed("appointment-cancelled", Purpose.APPOINTMENT_REMINDERS, false)));

        assertThat(offer.get().keys()).isEqualTo(Templates.SHIPPED.keys());
    }

    private static Overview overview(Listed... templates) {
        return new Overview(List.of(templates), List.of(), List.of());
    }

    private static Listed listed(String key, Purpose purpose, boolean forSchedules) {
        return new Listed(key, 1, Instant.EPOCH, "Ada", "new", purpose, false, forSchedules, null);
    }
}
