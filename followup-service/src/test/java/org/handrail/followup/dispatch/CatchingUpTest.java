package org.handrail.followup.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.contract.AppointmentKind.THERAPY;
import static org.handrail.followup.enrolment.camel.Facts.at;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.handrail.contract.Event;
import org.handrail.contract.Purpose;
import org.handrail.contract.reminders.ReminderDue;
import org.handrail.followup.OwnThreads;
import org.handrail.followup.enrolment.camel.Facts;
import org.handrail.followup.enrolment.camel.FollowupStory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** After an outage several dispatchers catch up at once: what is too late is left, and nobody gets a burst. */
class CatchingUpTest {

    private static final Instant BEFORE = at("2026-03-02T10:00");
    private static final Instant AFTER = at("2026-03-09T12:00");
    private static final int CLIENTS = 200;

    private final FollowupStory story = new FollowupStory(BEFORE);
    private final List<Facts> clients = Stream.generate(Facts::ofSomebody).limit(CLIENTS).toList();

    @AfterEach
    void close() {
        story.close();
    }

    @Test
    void sendsEachClientOneEmailTheReminderWhereThereIsOne() {
        story.told(clients.stream().flatMap(each -> Stream.of(each.consented())).toArray(Event[]::new));
        story.told(clients.stream().map(each -> each.discharged(at("2026-02-16T11:30"), false)).toArray(Event[]::new));
        story.told(booked("2026-03-10T14:00", 0, CLIENTS / 2));
        story.release();
        int before = mails().size();
        story.clock().set(AFTER);

        catchUp();

        Map<UUID, List<ReminderDue>> sent = mails().stream().skip(before)
                .collect(Collectors.groupingBy(ReminderDue::clientId));
        assertThat(sent).hasSize(CLIENTS).allSatisfy((client, mails) -> assertThat(mails).hasSize(1));
        assertThat(sent.values().stream().map(mails -> mails.get(0)).filter(mail ->
                mail.purpose() == Purpose.APPOINTMENT_REMINDERS)).hasSize(CLIENTS / 2)
                .allSatisfy(mail -> assertThat(mail.stepKey()).isEqualTo("email-1-d"));
    }

    @Test
    void sendsNothingAboutWhatHasStartedOrIsTooLate() {
        story.told(clients.stream().flatMap(each -> Stream.of(each.consented())).toArray(Event[]::new));
        story.told(booked("2026-03-09T11:00", 0, CLIENTS / 2));
        story.told(booked("2026-03-12T11:00", CLIENTS / 2, CLIENTS));
        story.release();
        int before = mails().size();
        story.clock().set(at("2026-03-09T22:00"));

        catchUp();

        assertThat(mails().stream().skip(before)).isEmpty();
        assertThat(story.notReleased().stream().filter(line -> line.contains("appointment-started")).count())
                .isGreaterThanOrEqualTo(CLIENTS / 2);
        assertThat(story.notReleased().stream().filter(line -> line.contains("email-3-d too-late")).count())
                .isGreaterThanOrEqualTo(CLIENTS / 2);
    }

    private Event[] booked(String startsAt, int from, int until) {
        return clients.subList(from, until).stream().map(each -> each.books(THERAPY, startsAt, BEFORE).now())
                .toArray(Event[]::new);
    }

    private void catchUp() {
        Dispatching dispatching = story.bean(Dispatching.class);
        CompletableFuture<?>[] four = IntStream.range(0, 4).mapToObj(n -> CompletableFuture.runAsync(() -> {
            int looked = 1;
            while (looked > 0) {
                looked = story.database().transaction().execute(status -> dispatching.releaseBatch(20));
            }
        }, OwnThreads.EACH)).toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(four).join();
        story.release();
    }

    private List<ReminderDue> mails() {
        return story.outbox().published(ReminderDue.class);
    }
}
