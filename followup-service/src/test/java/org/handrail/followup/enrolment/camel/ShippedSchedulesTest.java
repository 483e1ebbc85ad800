package org.handrail.followup.enrolment.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.contract.AppointmentKind.DETOX_ADMISSION;
import static org.handrail.contract.AppointmentKind.THERAPY;
import static org.handrail.followup.enrolment.camel.Facts.at;

import java.time.Instant;
import java.util.List;
import org.handrail.contract.consents.AddressStateChanged;
import org.handrail.contract.reminders.ReminderDue;
import org.handrail.followup.enrolment.camel.Facts.Visit;
import org.handrail.followup.queue.TaskOutcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Each schedule that comes with Handrail, played through; New York springs forward on 8 March 2026. */
class ShippedSchedulesTest {

    private static final Instant MONDAY = at("2026-03-02T10:00");

    private final FollowupStory story = new FollowupStory(MONDAY);
    private final Facts someone = Facts.ofSomebody();

    @AfterEach
    void close() {
        story.close();
    }

    @Test
    void followsAWebInquiryForTwoWeeks() {
        story.told(someone.consented());
        story.told(someone.inquiry(MONDAY));

        story.runUntil(at("2026-03-31T00:00"));

        assertThat(story.released()).containsExactly(
                "Mar 2 10:00 web-inquiry/call-15-min raised",
                "Mar 2 10:00 web-inquiry/receipt mailed",
                "Mar 2 14:00 web-inquiry/call-4-h raised",
                "Mar 3 15:00 web-inquiry/call-24-h raised",
                "Mar 5 10:00 web-inquiry/call-72-h raised",
                "Mar 5 10:00 web-inquiry/email-72-h mailed",
                "Mar 9 11:00 web-inquiry/email-7-d mailed",
                "Mar 16 11:00 web-inquiry/closing-14-d mailed");
        assertThat(story.notReleased()).isEmpty();
    }

    @Test
    void turnsEmailsIntoTasksWithoutConsent() {
        story.told(someone.contact());
        story.told(someone.inquiry(MONDAY));

        story.runUntil(at("2026-03-31T00:00"));

        assertThat(story.outbox().published(ReminderDue.class)).isEmpty();
        assertThat(story.released()).contains(
                "Mar 9 11:00 web-inquiry/email-7-d raised", "Mar 16 11:00 web-inquiry/closing-14-d raised");
        assertThat(story.notReleased()).containsExactly(
                "Mar 2 10:02 web-inquiry/receipt consent-absent", "Mar 5 10:00 web-inquiry/email-72-h consent-absent");
        assertThat(story.openTasks()).contains(
                "CALL task.call consent-absent", "REVIEW task.close-inquiry consent-absent");
    }

    @Test
    void callsBackAfterAMissedCall() {
        story.told(someone.missedCall(MONDAY));

        story.runUntil(at("2026-03-31T00:00"));

        assertThat(story.released()).containsExactly(
                "Mar 2 10:00 missed-call/call-15-min raised",
                "Mar 2 12:00 missed-call/call-2-h raised",
                "Mar 3 15:00 missed-call/call-24-h raised",
                "Mar 5 10:00 missed-call/call-72-h raised");
        assertThat(story.openTasks()).hasSize(1);
    }

    @Test
    void preparesADetoxAdmission() {
        story.told(someone.consented());
        story.told(someone.books(DETOX_ADMISSION, "2026-03-12T09:00", MONDAY).now());

        story.runUntil(at("2026-03-31T00:00"));

        assertThat(story.released()).containsExactly(
                "Mar 2 10:00 detox-admission/confirmation mailed",
                "Mar 3 10:00 detox-admission/waiting-call/2026-03-03 raised",
                "Mar 4 10:00 detox-admission/waiting-call/2026-03-04 raised",
                "Mar 5 10:00 detox-admission/waiting-call/2026-03-05 raised",
                "Mar 6 10:00 detox-admission/waiting-call/2026-03-06 raised",
                "Mar 9 09:00 detox-admission/email-3-d mailed",
                "Mar 9 10:00 detox-admission/waiting-call/2026-03-09 raised",
                "Mar 11 09:00 detox-admission/call-1-d raised",
                "Mar 11 09:00 detox-admission/email-1-d mailed",
                "Mar 12 10:00 detox-admission/not-arrived raised");
        assertThat(story.notReleased()).containsExactly("Mar 12 08:00 detox-admission/email-3-h condition-not-met");
    }

    @Test
    void remindsThreeHoursBeforeAnAdmissionBookedTheSameDay() {
        story.told(someone.consented());
        Visit visit = someone.books(DETOX_ADMISSION, "2026-03-02T15:00", MONDAY);
        story.told(visit.now());

        story.runUntil(at("2026-03-02T14:50"));
        story.told(visit.arrived(story.clock().instant()).now());
        story.runUntil(at("2026-03-05T00:00"));

        assertThat(story.released()).containsExactly(
                "Mar 2 10:00 detox-admission/confirmation mailed",
                "Mar 2 12:00 detox-admission/email-3-h mailed");
        assertThat(story.notReleased()).containsExactly(
                "Feb 27 09:00 detox-admission/email-3-d past-at-enrolment",
                "Mar 1 09:00 detox-admission/email-1-d past-at-enrolment",
                "Mar 2 08:00 detox-admission/call-1-d past-at-enrolment",
                "Mar 2 16:00 detox-admission/not-arrived arrived");
    }

    @Test
    void staysWithSomebodyDischarged() {
        story.told(someone.consented());
        story.told(someone.discharged(MONDAY, false));

        story.runUntil(at("2026-06-30T00:00"));

        assertThat(story.released()).containsExactly(
                "Mar 3 10:00 detox-discharge/call-24-h raised",
                "Mar 5 10:00 detox-discharge/visit-check-72-h raised",
                "Mar 7 10:00 detox-discharge/escalate-5-d raised",
                "Mar 9 10:00 detox-discharge/call-7-d raised",
                "Mar 16 10:00 detox-discharge/call-14-d raised",
                "Mar 23 10:00 detox-discharge/email-21-d mailed",
                "Mar 30 10:00 detox-discharge/call-28-d raised",
                "May 1 10:00 detox-discharge/call-60-d raised",
                "Jun 1 08:00 detox-discharge/call-90-d raised");
    }

    @Test
    void callsTheSameDayWhoeverLeftAgainstAdviceAndAsksNoMoreForAVisitOnceOneIsBooked() {
        story.told(someone.discharged(at("2026-03-02T22:00"), true));
        story.runUntil(at("2026-03-03T09:00"));
        story.told(someone.books(THERAPY, "2026-03-08T10:00", story.clock().instant()).now());
        story.runUntil(at("2026-03-08T00:00"));

        assertThat(story.released()).contains("Mar 2 23:00 detox-discharge/call-same-day raised");
        assertThat(story.notReleased()).contains(
                "Mar 3 22:00 detox-discharge/call-24-h condition-not-met",
                "Mar 5 22:00 detox-discharge/visit-check-72-h condition-not-met",
                "Mar 7 22:00 detox-discharge/escalate-5-d condition-not-met");
    }

    @Test
    void remindsOfATherapyAppointment() {
        story.told(someone.consented());
        story.told(someone.books(THERAPY, "2026-03-18T16:00", MONDAY).now());

        story.runUntil(at("2026-03-31T00:00"));

        assertThat(story.released()).containsExactly(
                "Mar 2 10:00 therapy-appointment/confirmation mailed",
                "Mar 11 09:00 therapy-appointment/email-7-d mailed",
                "Mar 15 09:00 therapy-appointment/email-3-d mailed",
                "Mar 17 09:00 therapy-appointment/email-1-d mailed");
        assertThat(story.notReleased()).containsExactly(
                "Mar 16 17:00 therapy-appointment/call-1-d condition-not-met");
        assertThat(story.outbox().published(ReminderDue.class)).allSatisfy(
                reminder -> assertThat(reminder.deadline()).isBeforeOrEqualTo(at("2026-03-18T16:00")));
    }

    @Test
    void callsBeforeATherapyAppointmentWhenMailCameBack() {
        story.told(someone.consented());
        story.told(someone.address(AddressStateChanged.State.SUPPRESSED));
        story.told(someone.books(THERAPY, "2026-03-06T16:00", MONDAY).now());

        story.runUntil(at("2026-03-07T00:00"));

        assertThat(story.released()).contains("Mar 5 09:00 therapy-appointment/call-1-d raised");
        assertThat(story.outbox().published(ReminderDue.class)).isEmpty();
    }

    @Test
    void looksAfterWhoeverDidNotArrive() {
        story.told(someone.consented());
        Visit visit = someone.books(THERAPY, "2026-03-03T10:00", at("2026-02-10T10:00"));
        story.told(visit.now());
        story.runUntil(at("2026-03-03T10:20"));
        story.told(visit.noShow(story.clock().instant()).now());

        story.runUntil(at("2026-03-31T00:00"));

        assertThat(story.released()).containsExactly(
                "Mar 3 10:50 no-show/welfare-call raised",
                "Mar 3 12:20 no-show/email-2-h mailed",
                "Mar 4 10:20 no-show/call-24-h raised",
                "Mar 6 10:20 no-show/call-72-h raised",
                "Mar 10 11:20 no-show/email-7-d mailed");
    }

    @Test
    void offersNewTimesAfterACancellation() {
        story.told(someone.consented());
        Visit visit = someone.books(THERAPY, "2026-03-20T10:00", at("2026-03-01T10:00"));
        story.told(visit.now());
        story.told(visit.cancelled(MONDAY).now());

        story.runUntil(at("2026-03-31T00:00"));

        assertThat(story.released()).containsExactly(
                "Mar 2 11:00 cancelled/call-1-h raised",
                "Mar 3 10:00 cancelled/email-1-d mailed",
                "Mar 5 10:00 cancelled/call-3-d raised");
    }

    @Test
    void tellsNobodyOfWhatWasEnteredInErrorAndForgetsNobodyBecauseOfIt() {
        story.told(someone.consented());
        story.told(someone.inquiry(MONDAY));
        story.runUntil(at("2026-03-02T11:00"));
        Visit mistaken = someone.books(THERAPY, "2026-03-20T10:00", story.clock().instant());
        story.told(mistaken.now());
        story.told(mistaken.enteredInError(story.clock().instant()).now());

        story.runUntil(at("2026-03-31T00:00"));

        assertThat(story.released()).noneMatch(line -> line.contains("therapy") || line.contains("cancelled"));
        assertThat(story.released()).contains("Mar 3 15:00 web-inquiry/call-24-h raised",
                "Mar 16 11:00 web-inquiry/closing-14-d mailed");
    }

    @Test
    void stopsCallingOnceStaffReachedThem() {
        story.told(someone.consented());
        story.told(someone.inquiry(MONDAY));
        story.runUntil(at("2026-03-02T12:00"));
        story.completed(someone.client(), "web-inquiry", "call-15-min", TaskOutcome.REACHED);

        story.runUntil(at("2026-03-31T00:00"));

        assertThat(story.released()).hasSize(2);
        assertThat(story.openTasks()).isEmpty();
        assertThat(List.copyOf(story.timelineCodes(someone.client()))).contains("enrolment.ended");
    }
}
