package org.handrail.followup.enrolment.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.contract.AppointmentKind.THERAPY;
import static org.handrail.followup.enrolment.camel.Facts.at;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.handrail.contract.Purpose;
import org.handrail.contract.consents.AppointmentAnswered;
import org.handrail.contract.consents.AppointmentAnswered.Answer;
import org.handrail.followup.enrolment.camel.Facts.Visit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What clients answer by the link in a mail, as staff see it. */
class AnswersTest {

    private static final Instant MONDAY = at("2026-03-02T10:00");

    private final FollowupStory story = new FollowupStory(MONDAY);
    private final Facts someone = Facts.ofSomebody();
    private final Visit thursday = someone.books(THERAPY, "2026-03-12T10:00", MONDAY);

    @AfterEach
    void close() {
        story.close();
    }

    @Test
    void notesThatSomebodyWillComeAndAsksNobodyForAnything() {
        story.told(thursday.now());

        story.told(someone.preference(Purpose.RECEIPTS), answer(Answer.CONFIRMED, null));

        assertThat(story.timelineCodes(someone.client())).contains("answer.confirmed");
        assertThat(story.openTasks()).isEmpty();
    }

    @Test
    void makesWorkOfAnAskAndMoreUrgentWorkTheNearerTheAppointment() {
        story.told(thursday.now());
        AppointmentAnswered move = answer(Answer.MOVE_ASKED, null);

        story.told(move);
        story.told(move);

        assertThat(story.openTasks()).containsExactly("CALL task.move-asked asked-by-link");
        assertThat(dueOf("task.move-asked")).isEqualTo("NORMAL 2026-03-02T23:00:00Z");

        story.clock().set(at("2026-03-12T09:15"));
        story.told(answer(Answer.CANCEL_ASKED, null));

        assertThat(dueOf("task.cancel-asked")).isEqualTo("HIGH " + at("2026-03-12T10:00"));
    }

    @Test
    void takesTheWorkAwayAgainWhileNobodyHasIt() {
        story.told(thursday.now());
        AppointmentAnswered cancel = answer(Answer.CANCEL_ASKED, null);

        story.told(cancel, answer(Answer.UNDONE, cancel.answerId()));

        assertThat(story.openTasks()).isEmpty();
        assertThat(story.timelineCodes(someone.client())).contains("answer.cancel-asked", "answer.undone");
    }

    @Test
    void tellsWhoeverHasActedOnAnAnswerThatIsTakenBack() {
        story.told(thursday.now());
        AppointmentAnswered cancel = answer(Answer.CANCEL_ASKED, null);
        story.told(cancel);
        story.database().jdbc().sql("update task set assignee = uuidv7(), taken_at = raised_at").update();

        story.told(answer(Answer.UNDONE, cancel.answerId()));

        assertThat(story.openTasks()).containsExactlyInAnyOrder("CALL task.cancel-asked asked-by-link",
                "REVIEW task.answer-undone answer-undone");
    }

    @Test
    void asksForNothingOnceStaffHaveMovedTheAppointment() {
        story.told(thursday.now(), thursday.moved("2026-03-13T10:00", MONDAY).now());

        story.told(answer(Answer.MOVE_ASKED, null));

        assertThat(story.openTasks()).isEmpty();
        assertThat(story.timelineCodes(someone.client())).contains("answer.move-asked");
    }

    @Test
    void neitherLosesNorDelaysAnAnswerThatOvertakesItsAppointment() {
        story.told(answer(Answer.CANCEL_ASKED, null));

        assertThat(story.openTasks()).containsExactly("CALL task.cancel-asked asked-by-link");
        assertThat(dueOf("task.cancel-asked")).isEqualTo("HIGH " + MONDAY.plus(Duration.ofHours(2)));
    }

    private AppointmentAnswered answer(Answer answer, @Nullable UUID undoes) {
        return new AppointmentAnswered(someone.client(), UUID.randomUUID(), thursday.now().appointmentId(), 1, answer,
                undoes, story.clock().instant());
    }

    private String dueOf(String title) {
        return story.database().jdbc().sql("select priority, due_at from task where title = :title")
                .param("title", title)
                .query((row, n) -> (row.getInt("priority") == 1 ? "HIGH " : "NORMAL ")
                        + row.getObject("due_at", OffsetDateTime.class).toInstant()).single();
    }
}
