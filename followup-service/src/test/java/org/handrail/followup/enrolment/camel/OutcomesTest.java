package org.handrail.followup.enrolment.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.contract.AppointmentKind.THERAPY;
import static org.handrail.followup.enrolment.camel.Facts.at;

import java.time.Instant;
import java.util.List;
import org.handrail.followup.enrolment.camel.Facts.Visit;
import org.handrail.followup.queue.TaskOutcome;
import org.handrail.followup.schedule.Schedules;
import org.handrail.followup.schedule.json.ScheduleReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What staff say came of a call steers the calls that lie ahead; New York keeps a holiday on 17 March 2026. */
class OutcomesTest {

    private static final Instant MONDAY = at("2026-03-02T10:00");

    private final FollowupStory story = new FollowupStory(MONDAY);
    private final Facts someone = Facts.ofSomebody();

    @AfterEach
    void close() {
        story.close();
    }

    @Test
    void callsAgainTomorrowAfternoonOnceAMessageWasLeft() {
        story.told(someone.inquiry(MONDAY));
        story.runUntil(at("2026-03-02T10:20"));
        completed("web-inquiry", "call-15-min", TaskOutcome.LEFT_MESSAGE);

        story.runUntil(at("2026-03-08T00:00"));

        assertThat(calls()).containsExactly(
                "Mar 2 10:00 web-inquiry/call-15-min raised",
                "Mar 3 15:00 web-inquiry/call-4-h raised",
                "Mar 4 10:00 web-inquiry/call-24-h raised",
                "Mar 5 15:00 web-inquiry/call-72-h raised");
        assertThat(story.timelineCodes(someone.client())).filteredOn("step.moved"::equals).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void leavesOutTheWeekendAndHolidays() {
        story.clock().set(at("2026-03-13T09:00"));
        story.told(someone.missedCall(story.clock().instant()));
        story.runUntil(at("2026-03-13T09:30"));
        completed("missed-call", "call-15-min", TaskOutcome.LEFT_MESSAGE);
        story.runUntil(at("2026-03-16T15:30"));
        completed("missed-call", "call-2-h", TaskOutcome.LEFT_MESSAGE);

        story.runUntil(at("2026-03-31T00:00"));

        assertThat(calls()).containsExactly(
                "Mar 13 09:00 missed-call/call-15-min raised",
                "Mar 16 15:00 missed-call/call-2-h raised",
                "Mar 18 15:00 missed-call/call-24-h raised",
                "Mar 19 10:00 missed-call/call-72-h raised");
    }

    @Test
    void countsFromTheLastTryHoweverOftenItIsWorkedOutAgain() {
        story.told(someone.contact(1, "America/New_York", null));
        story.told(someone.inquiry(MONDAY));
        story.runUntil(at("2026-03-02T10:20"));
        completed("web-inquiry", "call-15-min", TaskOutcome.LEFT_MESSAGE);

        story.told(someone.contact(2, "America/Los_Angeles", null));
        story.told(someone.contact(3, "Europe/Berlin", null));
        story.told(someone.contact(4, "America/Chicago", null));
        story.runUntil(at("2026-03-04T00:00"));

        assertThat(calls()).contains("Mar 3 16:00 web-inquiry/call-4-h raised");
    }

    @Test
    void keepsTheOrdinaryTimesWhenTheScheduleSaysNothing() {
        story.told(someone.inquiry(MONDAY));
        story.runUntil(at("2026-03-02T10:20"));
        completed("web-inquiry", "call-15-min", TaskOutcome.NO_ANSWER);

        story.runUntil(at("2026-03-04T00:00"));

        assertThat(calls()).contains("Mar 2 14:00 web-inquiry/call-4-h raised", "Mar 3 15:00 web-inquiry/call-24-h raised");
    }

    @Test
    void triesOnceMoreWhenNoCallIsLeftAndNoMoreThanThat() {
        after("""
                "NO_ANSWER": {"then": "TRY_AGAIN", "days": 2, "part": "ANOTHER", "onceMore": true}""");
        story.told(someone.answeredCall(MONDAY));
        story.runUntil(at("2026-03-02T11:00"));
        completed("ladder", "first", TaskOutcome.NO_ANSWER);
        story.runUntil(at("2026-03-04T15:30"));
        completed("ladder", "second", TaskOutcome.NO_ANSWER);
        story.runUntil(at("2026-03-06T10:30"));
        completed("ladder", "second/once-more", TaskOutcome.NO_ANSWER);

        story.runUntil(at("2026-03-31T00:00"));

        assertThat(calls()).containsExactly(
                "Mar 2 10:00 ladder/first raised",
                "Mar 4 15:00 ladder/second raised",
                "Mar 6 10:00 ladder/second/once-more raised");
    }

    @Test
    void makesNoCallWhenNoneIsLeftAndNoneMoreIsAskedFor() {
        after("""
                "NO_ANSWER": {"then": "TRY_AGAIN", "days": 0}""");
        story.told(someone.answeredCall(MONDAY));
        story.runUntil(at("2026-03-06T12:00"));
        completed("ladder", "second", TaskOutcome.NO_ANSWER);

        story.runUntil(at("2026-03-31T00:00"));

        assertThat(calls()).hasSize(2);
    }

    @Test
    void endsWhenTheScheduleSaysSo() {
        after("""
                "NO_ANSWER": {"then": "END"}""");
        story.told(someone.answeredCall(MONDAY));
        story.runUntil(at("2026-03-02T12:00"));
        completed("ladder", "first", TaskOutcome.NO_ANSWER);

        story.runUntil(at("2026-03-31T00:00"));

        assertThat(calls()).hasSize(1);
        assertThat(story.notReleased()).containsExactly("Mar 5 10:00 ladder/second no-answer");
        assertThat(story.timelineCodes(someone.client())).contains("enrolment.ended");
    }

    @Test
    void stopsCallingAndAsksForDetailsWhenTheScheduleSaysSo() {
        after("""
                "WRONG_NUMBER": {"then": "ASK_FOR_DETAILS"}""");
        story.told(someone.answeredCall(MONDAY));
        story.runUntil(at("2026-03-02T12:00"));
        completed("ladder", "first", TaskOutcome.WRONG_NUMBER);

        story.runUntil(at("2026-03-31T00:00"));

        assertThat(story.notReleased()).containsExactly("Mar 5 10:00 ladder/second wrong-number");
        assertThat(story.openTasks()).contains("REVIEW task.check-details wrong-number");
    }

    @Test
    void keepsToTheOutcomeWhenTheAppointmentIsMoved() {
        define("""
                {"id": "visit", "title": "Visit", "anchor": {"event": "APPOINTMENT", "kinds": ["THERAPY"]},
                 "outcomes": {"LEFT_MESSAGE": {"then": "TRY_AGAIN", "days": 1, "part": "MORNING"},
                              "WRONG_NUMBER": {"then": "ASK_FOR_DETAILS"}},
                 "steps": [%s, %s, %s]}""".formatted(step("first", "-P8D"), step("second", "-P6D"), step("third", "-P1D")));
        Visit visit = someone.books(THERAPY, "2026-03-12T12:00", MONDAY);
        story.told(visit.now());
        story.runUntil(at("2026-03-04T12:30"));
        completed("visit", "first", TaskOutcome.LEFT_MESSAGE);
        story.told(visit.moved("2026-03-20T12:00", story.clock().instant()).now());
        story.runUntil(at("2026-03-05T10:30"));
        completed("visit", "second", TaskOutcome.WRONG_NUMBER);
        story.told(visit.moved("2026-03-20T12:00", at("2026-03-04T12:30"))
                .moved("2026-03-25T12:00", story.clock().instant()).now());

        story.runUntil(at("2026-03-31T00:00"));

        assertThat(story.released()).filteredOn(line -> line.contains("visit/")).contains(
                "Mar 4 11:00 visit/first raised", "Mar 5 10:00 visit/second raised")
                .noneMatch(line -> line.contains("visit/third"));
    }

    /** A ladder of two calls, at once and three days later, after an answered call. */
    private void after(String outcomes) {
        define("""
                {"id": "ladder", "title": "Ladder", "anchor": {"event": "ANSWERED_CALL"}, "outcomes": {%s},
                 "steps": [%s, %s]}""".formatted(outcomes, step("first", "PT0M"), step("second", "PT72H")));
    }

    private void define(String definition) {
        story.database().inTransaction(() -> story.bean(Schedules.class)
                .addFirst(new ScheduleReader().read(definition), definition));
    }

    private static String step(String key, String by) {
        return """
                {"key": "%s", "offset": {"type": "ELAPSED", "by": "%s"},
                 "action": {"type": "TASK", "kind": "CALL", "title": "task.call", "priority": "NORMAL", "due": "PT1H"},
                 "late": {"policy": "ALWAYS"}}""".formatted(key, by);
    }

    private void completed(String schedule, String step, TaskOutcome outcome) {
        story.completed(someone.client(), schedule, step, outcome);
    }

    private List<String> calls() {
        return story.released().stream().filter(line -> line.endsWith("raised")).toList();
    }
}
