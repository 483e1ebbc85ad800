package org.handrail.followup.whatif.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.handrail.followup.enrolment.Enrolment;
import org.handrail.followup.enrolment.StepState;
import org.handrail.followup.queue.Ending;
import org.handrail.followup.queue.Task;
import org.handrail.followup.schedule.ScheduleVersion;
import org.handrail.followup.timeline.TimelineEntry;
import org.handrail.followup.timeline.web.Moments;
import org.handrail.followup.timeline.web.TimelineWords;
import org.handrail.followup.whatif.Answer;
import org.handrail.followup.whatif.StepAnswer;
import org.handrail.followup.whatif.web.WhatIfView.CodeView;
import org.handrail.followup.whatif.web.WhatIfView.Fate;
import org.handrail.followup.whatif.web.WhatIfView.Kind;
import org.handrail.followup.whatif.web.WhatIfView.Line;
import org.jspecify.annotations.Nullable;

/** An answer in words. */
final class AnswerWords {

    private static final Locale LOCALE = Locale.ENGLISH;
    private static final DateTimeFormatter ABBREVIATION = DateTimeFormatter.ofPattern("z", LOCALE);

    private final TimelineWords words;

    AnswerWords(TimelineWords words) {
        this.words = words;
    }

    WhatIfView view(ScheduleVersion schedule, Answer answer) {
        Stream<Line> lines = Stream.concat(
                answer.events().stream().map(entry -> event(entry, answer.zone().zone())),
                answer.steps().stream().map(this::step));
        return new WhatIfView(schedule.id(), schedule.version(),
                new WhatIfView.ZoneView(answer.zone().zone().getId(), answer.zone().source().name(),
                        words.code("zoneFrom", answer.zone().source().name(), LOCALE)),
                answer.tzdb(), lines.sorted(Comparator.comparing(Line::at)).toList(),
                answer.enrolments().stream().map(this::enrolment).toList(),
                answer.tasks().stream().map(this::task).toList(), answer.endsAt(), answer.complete());
    }

    private Line event(TimelineEntry entry, ZoneId zone) {
        Map<String, String> details = new HashMap<>(entry.details());
        details.replace("by", "staff");
        TimelineEntry shown = new TimelineEntry(entry.entryId(), entry.clientId(), entry.at(), entry.enrolmentId(),
                entry.code(), details);
        return new Line(Kind.EVENT, entry.at(), Moments.full(entry.at(), zone, LOCALE),
                words.say(shown, zone, LOCALE), null, new WhatIfView.EventView(entry.code(), details));
    }

    private Line step(StepAnswer step) {
        ZoneId zone = ZoneId.of(step.planned().zone());
        Fate fate = fate(step);
        CodeView reason = reason(step, fate);
        String text = words.code("step", step.became().key(), LOCALE) + ": "
                + words.code("fate", fate.name(), LOCALE) + (reason == null ? "" : " (" + reason.text() + ")");
        return new Line(Kind.STEP, step.at(), Moments.full(step.at(), zone, LOCALE), text,
                new WhatIfView.StepView(step.enrolment().scheduleId(), step.became().scheduleVersion(),
                        step.became().key(), step.became().appointmentVersion(), step.planned().wall(),
                        zone.getId(), ABBREVIATION.format(step.planned().at().atZone(zone)), step.planned().at(),
                        step.shifts().stream().map(shift -> coded("shift", shift.name())).toList(), fate, reason,
                        step.delays().stream().map(this::delay).toList(), step.planned().deadline(), mail(step, fate),
                        raised(step)),
                null);
    }

    private static Fate fate(StepAnswer step) {
        return switch (step.became().state()) {
            case PENDING -> Fate.PENDING;
            case SKIPPED -> Fate.SKIPPED;
            case DROPPED -> Fate.DROPPED;
            case DONE -> step.task() == null ? Fate.MAILED : Fate.RAISED;
        };
    }

    /** A task that a step simply is needs no reason; one instead of an email does. */
    private @Nullable CodeView reason(StepAnswer step, Fate fate) {
        if (fate == Fate.RAISED && step.task() != null) {
            return step.became().email() ? coded("reason", step.task().reason()) : null;
        }
        boolean came = step.became().state() == StepState.DONE || step.became().reason() == null;
        return came ? null : coded("reason", step.became().reason());
    }

    private WhatIfView.DelayView delay(StepAnswer.Delay delay) {
        return new WhatIfView.DelayView(delay.at(), delay.until(), coded("reason", delay.reason()));
    }

    private static WhatIfView.@Nullable MailView mail(StepAnswer step, Fate fate) {
        return step.mail() == null || fate == Fate.RAISED ? null
                : new WhatIfView.MailView(step.mail().template(), step.mail().purpose().name(),
                        step.became().delivery() == null ? null : step.became().delivery().name());
    }

    private WhatIfView.@Nullable RaisedView raised(StepAnswer step) {
        return step.task() == null ? null : new WhatIfView.RaisedView(step.task().kind(), step.task().title(),
                words.code("title", step.task().title(), LOCALE), step.task().priority(), step.task().dueAt(),
                step.task().onCall());
    }

    private WhatIfView.EnrolmentView enrolment(Enrolment enrolment) {
        Enrolment.End end = enrolment.end();
        return new WhatIfView.EnrolmentView(enrolment.origin().scheduleId(), enrolment.origin().scheduleVersion(),
                enrolment.standing().anchor(), end == null ? null : end.at(),
                end == null ? null : coded("reason", end.reason()));
    }

    private WhatIfView.TaskView task(Task task) {
        return new WhatIfView.TaskView(task.kind(), task.title(), words.code("title", task.title(), LOCALE),
                task.priority(), task.raisedAt(), task.dueAt(), task.asked(), task.state(), endedAt(task), end(task));
    }

    private static @Nullable Instant endedAt(Task task) {
        return task.ending() == null ? null : task.ending().at();
    }

    private @Nullable CodeView end(Task task) {
        if (task.ending() instanceof Ending.Completed done) {
            return coded("outcome", done.outcome().name());
        }
        return task.ending() instanceof Ending.Closed closed ? coded("reason", closed.reason()) : null;
    }

    private CodeView coded(String name, String code) {
        return new CodeView(code, words.code(name, code, LOCALE));
    }
}
