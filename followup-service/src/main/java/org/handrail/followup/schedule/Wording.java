package org.handrail.followup.schedule;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Schedules in words, for people who don't read JSON. */
public final class Wording {

    private Wording() {
    }

    public static String of(Offset offset) {
        if (offset instanceof Offset.Elapsed elapsed) {
            return elapsed.by().isZero() ? "at that moment"
                    : span(elapsed.by().abs()) + (elapsed.by().isNegative() ? " before" : " after");
        }
        if (offset instanceof Offset.Local local) {
            String days = local.days() == 0 ? "the same day" : Math.abs(local.days())
                    + (Math.abs(local.days()) == 1 ? " day" : " days") + (local.days() < 0 ? " before" : " after");
            return days + " at " + local.at() + ", client's time";
        }
        if (offset instanceof Offset.Staffed staffed) {
            return span(staffed.after()) + " of staffed time after";
        }
        if (offset instanceof Offset.AnotherTimeOfDay another) {
            return (another.days() == 1 ? "the next weekday" : "a weekday " + another.days() + " days after")
                    + ", at another time of day than the last try";
        }
        return offset instanceof Offset.Daily daily
                ? "every day at " + daily.at() + " while the wait is over " + span(daily.whileWaitOver()) : "at once";
    }

    public static String of(Condition condition) {
        if (condition instanceof Condition.Not not) {
            return "not: " + of(not.condition());
        }
        if (condition instanceof Condition.AnyOf any) {
            return joined(any.conditions(), " or ");
        }
        if (condition instanceof Condition.AllOf all) {
            return joined(all.conditions(), " and ");
        }
        if (condition instanceof Condition.BookedMoreThan booked) {
            return "booked more than " + span(booked.ahead()) + " ahead";
        }
        if (condition instanceof Condition.BookedLessThan booked) {
            return "booked less than " + span(booked.ahead()) + " ahead";
        }
        if (condition instanceof Condition.WaitOver wait) {
            return "the wait is over " + span(wait.longerThan());
        }
        if (condition instanceof Condition.NoShowsAtLeast noShows) {
            return noShows.count() + " or more earlier appointments not kept";
        }
        if (condition instanceof Condition.ConsentAbsent consent) {
            return "no consent to email for " + consent.purpose().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
        return condition instanceof Condition.VisitBookedWithin visit
                ? "a visit is booked within " + span(visit.after()) : simple(condition);
    }

    private static String simple(Condition condition) {
        if (condition instanceof Condition.EmailBounced) {
            return "mail came back";
        }
        if (condition instanceof Condition.Unbooked) {
            return "no visit lies ahead";
        }
        if (condition instanceof Condition.LeftAgainstAdvice) {
            return "left against advice";
        }
        return condition instanceof Condition.NotArrived ? "not arrived" : "staff have spoken with the client";
    }

    public static String of(LatePolicy late) {
        if (late instanceof LatePolicy.SendWithin within) {
            return "up to " + span(within.grace()) + " late, then skipped";
        }
        return late instanceof LatePolicy.Skip ? "skipped when late" : "however late";
    }

    public static String of(NextMove move) {
        if (move instanceof NextMove.TryAgain again) {
            String day = again.days() == 0 ? "the same day" : again.days() == 1 ? "the next day"
                    : again.days() + " days later";
            return "the next call " + day + ", " + (again.part() == null ? "at another time of day"
                    : "in the " + again.part().name().toLowerCase(Locale.ROOT))
                    + (again.onceMore() ? "; if none is left, once more" : "");
        }
        if (move instanceof NextMove.AskForDetails) {
            return "no more calls; staff find out how to reach the client";
        }
        return move instanceof NextMove.End ? "follow-up ends" : "as planned";
    }

    private static String joined(List<Condition> conditions, String by) {
        return conditions.stream().map(Wording::of).collect(Collectors.joining(by));
    }

    static String span(Duration duration) {
        if (duration.toHours() >= 48 && duration.toMinutes() % (24 * 60) == 0) {
            return duration.toDays() + " days";
        }
        if (duration.toMinutes() % 60 == 0) {
            return duration.toHours() + (duration.toHours() == 1 ? " hour" : " hours");
        }
        return duration.toMinutes() + (duration.toMinutes() == 1 ? " minute" : " minutes");
    }
}
