package org.handrail.followup.whatif.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.handrail.followup.queue.Priority;
import org.handrail.followup.queue.TaskKind;
import org.handrail.followup.queue.TaskState;
import org.jspecify.annotations.Nullable;

/** What would have come of it. Texts are in English. */
record WhatIfView(
        String schedule, int version, ZoneView zone,
        @Schema(description = "Release of the time zone database that the times go by") String tzdb,
        @Schema(description = "Steps and events in order of time") List<Line> timeline,
        List<EnrolmentView> enrolments,
        @Schema(description = "Every task raised, by steps and besides") List<TaskView> tasks,
        @Schema(description = "The story was played until then") Instant playedUntil,
        @Schema(description = "False: the story is longer than two years and was cut") boolean complete) {

    /** Whose wall clock counted at first. */
    record ZoneView(
            String id, @Schema(description = "CLIENT, SITE, or SITE_FOR_UNKNOWN_ID") String from, String text) {
    }

    enum Kind { STEP, EVENT }

    /** A step and what became of it, or something that happened. */
    record Line(
            Kind kind, Instant at,
            @Schema(description = "On the client's wall clock, with the zone's abbreviation") String local,
            String text, @Nullable StepView step, @Nullable EventView event) {
    }

    enum Fate { MAILED, RAISED, SKIPPED, DROPPED, PENDING }

    /** A step. */
    record StepView(
            String schedule, int version, String key,
            @Schema(description = "Of the appointment; 0 without one") int appointmentVersion,
            @Schema(description = "The wall time that the schedule asks for") LocalDateTime declared,
            String zone, String abbreviation,
            @Schema(description = "The instant that was made of it") Instant due,
            @Schema(description = "What moved it, or made its time doubtful") List<CodeView> movedBy,
            Fate became, @Nullable CodeView reason,
            @Schema(description = "Each time that it came due and was put off") List<DelayView> putOff,
            @Nullable Instant deadline, @Nullable MailView mail, @Nullable RaisedView task) {
    }

    record CodeView(String code, String text) {
    }

    record DelayView(Instant at, Instant until, CodeView reason) {
    }

    record MailView(
            String template, String purpose,
            @Schema(description = "What became of it: SENT, BOUNCED") @Nullable String delivery) {
    }

    record RaisedView(TaskKind kind, String title, String text, Priority priority, Instant dueAt, boolean onCall) {
    }

    record EventView(String code, Map<String, String> details) {
    }

    record EnrolmentView(
            String schedule, int version, Instant anchor, @Nullable Instant endedAt, @Nullable CodeView endReason) {
    }

    record TaskView(
            TaskKind kind, String title, String text, Priority priority, Instant raisedAt, Instant dueAt, int asked,
            TaskState state, @Nullable Instant endedAt,
            @Schema(description = "The outcome, or why it was closed") @Nullable CodeView end) {
    }
}
