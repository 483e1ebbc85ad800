package org.handrail.followup.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.handrail.contract.reminders.ReminderDue;
import org.handrail.followup.enrolment.camel.Facts;
import org.handrail.followup.enrolment.camel.FollowupStory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What falls due does not wait behind a heap of the other kind. */
class FairDispatchTest {

    private static final Instant NOON = Facts.at("2026-03-02T12:00");
    private static final int HEAP = 50_000;
    private static final int BATCH = 500;

    private final FollowupStory story = new FollowupStory(NOON);
    private final Heap heap = new Heap(story.database().jdbc(), "America/New_York");

    @AfterEach
    void close() {
        story.close();
    }

    @Test
    void aHeapOfOverdueEmailsHoldsUpNoTask() {
        heap.emails(HEAP, NOON.minus(Duration.ofHours(3)));
        heap.tasks(1, NOON);

        releaseBatch();

        assertThat(story.openTasks()).hasSize(1);
        assertThat(story.outbox().published(ReminderDue.class)).hasSize(BATCH);
    }

    @Test
    void aHeapOfOverdueTasksHoldsUpNoEmail() {
        heap.tasks(HEAP, NOON.minus(Duration.ofHours(3)));
        heap.emails(1, NOON);

        releaseBatch();

        assertThat(story.outbox().published(ReminderDue.class)).hasSize(1);
        assertThat(story.openTasks()).hasSize(BATCH);
    }

    @Test
    void theLongestDueGoFirst() {
        heap.emails(BATCH, NOON.minus(Duration.ofHours(1)));
        heap.emails(BATCH, NOON.minus(Duration.ofHours(4)));

        releaseBatch();

        assertThat(story.outbox().published(ReminderDue.class)).hasSize(BATCH)
                .allSatisfy(reminder -> assertThat(reminder.dueAt()).isEqualTo(NOON.minus(Duration.ofHours(4))));
    }

    private void releaseBatch() {
        story.database().inTransaction(() -> story.bean(Dispatching.class).releaseBatch(BATCH));
    }
}
