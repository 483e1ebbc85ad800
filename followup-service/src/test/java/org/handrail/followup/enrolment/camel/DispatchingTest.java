package org.handrail.followup.enrolment.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.contract.AppointmentKind.THERAPY;
import static org.handrail.followup.enrolment.camel.Facts.at;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.handrail.contract.Event;
import org.handrail.contract.reminders.ReminderDue;
import org.handrail.followup.dispatch.Dispatching;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Releasing due steps: by several at once, after an outage, one automated email a person a day. */
class DispatchingTest {

    private static final Instant MONDAY = at("2026-03-02T10:00");

    private final FollowupStory story = new FollowupStory(MONDAY);
    private final Facts someone = Facts.ofSomebody();

    @AfterEach
    void close() {
        story.close();
    }

    @Test
    void releasesEveryStepOnceThoughFourDispatchAtATime() throws Exception {
        List<Facts> clients = Stream.generate(Facts::ofSomebody).limit(300).toList();
        story.told(clients.stream().flatMap(each -> Stream.of(each.consented())).toArray(Event[]::new));
        story.told(clients.stream().map(each -> each.inquiry(MONDAY)).toArray(Event[]::new));
        Dispatching dispatching = story.bean(Dispatching.class);
        ExecutorService four = Executors.newFixedThreadPool(4);

        for (int i = 0; i < 4; i++) {
            four.submit(() -> {
                int looked = 1;
                while (looked > 0) {
                    looked = story.database().transaction().execute(status -> dispatching.releaseBatch(20));
                }
            });
        }
        four.shutdown();

        assertThat(four.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        story.release();
        assertThat(story.outbox().published(ReminderDue.class)).extracting(ReminderDue::reminderId)
                .hasSize(300).doesNotHaveDuplicates();
        assertThat(story.openTasks()).hasSize(300);
    }

    @Test
    void sendsOneEmailADayTheReminderFirst() {
        story.told(someone.consented());
        story.told(someone.discharged(MONDAY, false));
        story.told(someone.books(THERAPY, "2026-03-24T14:00", at("2026-03-20T10:00")).now());
        story.clock().set(at("2026-03-23T12:00"));

        story.release();
        assertThat(story.outbox().published(ReminderDue.class)).extracting(ReminderDue::stepKey)
                .contains("email-1-d").doesNotContain("email-21-d");
        story.runUntil(at("2026-03-24T12:00"));

        assertThat(story.released()).contains("Mar 23 12:00 therapy-appointment/email-1-d mailed",
                "Mar 24 08:00 detox-discharge/email-21-d mailed");
    }

    @Test
    void sendsNoBurstAfterAnOutage() {
        story.told(someone.consented());
        story.told(someone.inquiry(MONDAY));
        story.clock().set(at("2026-03-10T12:00"));

        story.release();

        assertThat(story.outbox().published(ReminderDue.class)).extracting(ReminderDue::stepKey)
                .containsExactly("email-7-d");
        assertThat(story.openTasks()).containsExactly("CALL_BACK task.call-back web-inquiry");
        assertThat(story.notReleased()).contains(
                "Mar 2 10:00 web-inquiry/receipt too-late", "Mar 5 10:00 web-inquiry/email-72-h too-late");
    }

    @Test
    void sendsNothingOnceTheAppointmentHasStarted() {
        story.told(someone.consented());
        story.told(someone.books(THERAPY, "2026-03-05T10:00", MONDAY).now());
        story.clock().set(at("2026-03-05T10:00"));

        story.release();

        assertThat(story.outbox().published(ReminderDue.class)).isEmpty();
        assertThat(story.openTasks()).isEmpty();
    }

    @Test
    void keepsTheSendWindowWhenItComesLate() {
        story.told(someone.consented());
        story.told(someone.books(THERAPY, "2026-03-05T10:00", MONDAY).now());
        story.clock().set(at("2026-03-02T22:00"));

        story.runUntil(at("2026-03-03T08:30"));

        assertThat(story.released()).containsExactly("Mar 3 08:00 therapy-appointment/confirmation mailed");
    }

    @Test
    void givesEmailsAndTasksTheirShareOfABatch() {
        List<Facts> clients = Stream.generate(Facts::ofSomebody).limit(30).toList();
        story.told(clients.stream().map(each -> each.missedCall(MONDAY)).toArray(Event[]::new));
        story.told(someone.consented());
        story.told(someone.inquiry(MONDAY.plusSeconds(1)));
        story.clock().set(MONDAY.plusSeconds(2));

        story.database().inTransaction(() -> story.bean(Dispatching.class).releaseBatch(5));

        assertThat(story.outbox().published(ReminderDue.class)).hasSize(1);
        assertThat(story.openTasks()).hasSize(5);
    }
}
