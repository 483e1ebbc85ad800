package org.handrail.followup.console.web;

import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.handrail.followup.schedule.Action;
import org.handrail.followup.schedule.Condition;
import org.handrail.followup.schedule.LatePolicy;
import org.handrail.followup.schedule.Offset;
import org.handrail.followup.schedule.Step;
import org.handrail.followup.timeline.web.Moments;
import org.handrail.followup.timeline.web.TimelineWords;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** A schedule's step in words. */
@Component
class StepWords {

    private final MessageSource messages;
    private final TimelineWords words;

    StepWords(MessageSource messages, TimelineWords words) {
        this.messages = messages;
        this.words = words;
    }

    String what(Action action, Locale locale) {
        if (action instanceof Action.Email email) {
            return say("step.email", locale, words.code("template", email.template(), locale));
        }
        Action.Task task = (Action.Task) action;
        return say(task.onCall() ? "step.task-on-call" : "step.task", locale, words.code("title", task.title(), locale));
    }

    String when(Offset offset, boolean aboutAppointment, Locale locale) {
        if (offset instanceof Offset.Elapsed elapsed) {
            return say(elapsed.by().isNegative() ? "step.before" : "step.after", locale, Moments.length(elapsed.by()));
        }
        if (offset instanceof Offset.Local local) {
            String code = local.days() == 0 ? "step.same-day" : local.days() < 0 ? "step.days-before" : "step.days-after";
            return say(code, locale, Math.abs(local.days()), time(local.at(), locale));
        }
        if (offset instanceof Offset.Staffed staffed) {
            return say("step.staffed", locale, Moments.length(staffed.after()));
        }
        if (offset instanceof Offset.AnotherTimeOfDay other) {
            return say("step.another-time", locale, other.days());
        }
        if (offset instanceof Offset.Daily daily) {
            return say("step.daily", locale, time(daily.at(), locale), Moments.length(daily.whileWaitOver()));
        }
        return say(aboutAppointment ? "step.when-booked" : "step.at-once", locale);
    }

    /** Where on the line it is drawn; wall-clock offsets by whole days and the time of day left out. */
    static Duration offset(Offset offset) {
        if (offset instanceof Offset.Elapsed elapsed) {
            return elapsed.by();
        }
        if (offset instanceof Offset.Local local) {
            return Duration.ofDays(local.days());
        }
        if (offset instanceof Offset.Staffed staffed) {
            return staffed.after();
        }
        if (offset instanceof Offset.AnotherTimeOfDay other) {
            return Duration.ofDays(other.days());
        }
        return offset instanceof Offset.Daily daily ? daily.whileWaitOver().negated() : Duration.ZERO;
    }

    String conditions(Step step, Locale locale) {
        return all(step.conditions(), "condition.and", locale);
    }

    String late(LatePolicy policy, Locale locale) {
        if (policy instanceof LatePolicy.SendWithin within) {
            return say("late.within", locale, Moments.length(within.grace()));
        }
        return say(policy instanceof LatePolicy.Skip ? "late.skip" : "late.always", locale);
    }

    private String all(List<Condition> conditions, String joint, Locale locale) {
        return conditions.stream().map(condition -> condition(condition, locale))
                .collect(Collectors.joining(" " + say(joint, locale) + " "));
    }

    private String condition(Condition condition, Locale locale) {
        if (condition instanceof Condition.Not not) {
            return say("condition.not", locale, condition(not.condition(), locale));
        }
        if (condition instanceof Condition.AnyOf any) {
            return "(" + all(any.conditions(), "condition.or", locale) + ")";
        }
        if (condition instanceof Condition.AllOf all) {
            return "(" + all(all.conditions(), "condition.and", locale) + ")";
        }
        if (condition instanceof Condition.BookedMoreThan more) {
            return say("condition.booked-more-than", locale, Moments.length(more.ahead()));
        }
        if (condition instanceof Condition.BookedLessThan less) {
            return say("condition.booked-less-than", locale, Moments.length(less.ahead()));
        }
        if (condition instanceof Condition.WaitOver wait) {
            return say("condition.wait-over", locale, Moments.length(wait.longerThan()));
        }
        if (condition instanceof Condition.NoShowsAtLeast noShows) {
            return say("condition.no-shows", locale, noShows.count());
        }
        if (condition instanceof Condition.VisitBookedWithin within) {
            return say("condition.visit-within", locale, Moments.length(within.after()));
        }
        return words.code("condition", condition.getClass().getSimpleName(), locale);
    }

    private static String time(LocalTime at, Locale locale) {
        return at.format(DateTimeFormatter.ofPattern("h:mm a", locale));
    }

    private String say(String code, Locale locale, Object... arguments) {
        return messages.getMessage(code, arguments, locale);
    }
}
