package org.handrail.followup.dispatch.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.handrail.followup.OwnThreads;
import org.handrail.followup.dispatch.DueNow;
import org.handrail.followup.dispatch.DueSteps;
import org.handrail.followup.dispatch.DueSteps.MailDay;
import org.handrail.followup.dispatch.DueSteps.Settled;
import org.handrail.followup.enrolment.DueStep;
import org.handrail.followup.enrolment.StepState;
import org.handrail.followup.enrolment.camel.Facts;
import org.handrail.followup.enrolment.camel.FollowupStory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JdbcDueStepsTest {

    private static final Instant MONDAY = Facts.at("2026-03-02T10:00");

    private final FollowupStory story = new FollowupStory(MONDAY);
    private final Facts someone = Facts.ofSomebody();
    private final DueSteps steps = story.bean(DueSteps.class);

    @BeforeEach
    void enrol() {
        story.told(someone.consented());
        story.told(someone.inquiry(MONDAY));
    }

    @AfterEach
    void close() {
        story.close();
    }

    @Test
    void tellsWhatItKnowsOfTheClient() {
        story.database().inTransaction(() -> {
            DueNow receipt = steps.claim(MONDAY, 10).get(0);

            assertThat(receipt.step().key()).isEqualTo("receipt");
            assertThat(receipt.clientId()).isEqualTo(someone.client());
            assertThat(receipt.address()).isEqualTo(new DueNow.Address(true, false, true, "CONFIRMED"));
            assertThat(receipt.origin().scheduleId()).isEqualTo("web-inquiry");
        });
    }

    @Test
    void passesOverWhatAnotherHolds() {
        story.database().inTransaction(() -> {
            assertThat(steps.claim(MONDAY, 10)).hasSize(2);
            assertThat(CompletableFuture.supplyAsync(() ->
                    story.database().transaction().execute(status -> steps.claim(MONDAY, 10)), OwnThreads.EACH).join()).isEmpty();
        });
    }

    @Test
    void settlesEachAsItCameOut() {
        story.database().inTransaction(() -> {
            List<DueNow> claimed = steps.claim(MONDAY, 10);
            DueStep first = claimed.get(0).step();
            DueStep second = claimed.get(1).step();
            steps.settle(List.of(new Settled(claimed.get(0), first.putOff(MONDAY.plusSeconds(60))),
                    new Settled(claimed.get(1), second.ended(StepState.SKIPPED, "too-late"))));
        });

        assertThat(story.notReleased()).containsExactly("Mar 2 10:00 web-inquiry/call-15-min too-late");
        story.database().inTransaction(() -> assertThat(steps.claim(MONDAY.plusSeconds(60), 10))
                .extracting(due -> due.step().key()).containsExactly("receipt"));
    }

    @Test
    void notesOneAutomatedEmailADay() {
        LocalDate day = LocalDate.of(2026, 3, 2);
        MailDay first = new MailDay(someone.client(), day);
        MailDay next = new MailDay(someone.client(), day.plusDays(1));

        story.database().inTransaction(() -> {
            assertThat(steps.firstOfTheirDay(List.of(first))).containsExactly(first);
            assertThat(steps.firstOfTheirDay(List.of(first))).isEmpty();
            assertThat(steps.firstOfTheirDay(List.of(next))).containsExactly(next);
            // a client's wall clock went back over midnight
            assertThat(steps.firstOfTheirDay(List.of(first))).isEmpty();
        });
    }

    /** The transaction is rolled back, and the steps stay due. */
    @Test
    void refusesToLoseAStep() {
        assertThatThrownBy(() -> story.database().inTransaction(() -> {
            DueNow claimed = steps.claim(MONDAY, 10).get(0);
            DueNow lost = new DueNow("(4000,1)", claimed.step(), claimed.origin(), null, claimed.address(),
                    claimed.preferences());
            steps.settle(List.of(new Settled(lost, claimed.step().released("mailed", MONDAY))));
        })).isInstanceOf(IllegalStateException.class);

        story.database().inTransaction(() -> assertThat(steps.claim(MONDAY, 10)).hasSize(2));
    }
}
