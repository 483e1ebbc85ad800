package org.handrail.followup.schedule.json;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.handrail.followup.queue.TaskOutcome;
import org.handrail.followup.schedule.Action;
import org.handrail.followup.schedule.Anchor;
import org.handrail.followup.schedule.Condition;
import org.handrail.followup.schedule.LatePolicy;
import org.handrail.followup.schedule.NextMove;
import org.handrail.followup.schedule.Offset;
import org.handrail.followup.schedule.Schedule;
import org.handrail.followup.schedule.Step;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A schedule as the tree of values that {@link ScheduleReader} would read it from; what may be absent is, if empty. */
final class Definition {

    private static final Duration IN_DAYS_FROM = Duration.ofDays(4);

    private Definition() {
    }

    static ObjectNode of(Schedule schedule) {
        ObjectNode node = node().put("id", schedule.id()).put("title", schedule.title());
        node.set("anchor", of(schedule.anchor()));
        node.set("stops", names(schedule.stops()));
        putOutcomes(node, schedule.outcomes());
        ArrayNode steps = node.putArray("steps");
        schedule.steps().forEach(step -> steps.add(of(step)));
        return node;
    }

    private static ObjectNode of(Anchor anchor) {
        ObjectNode node = node().put("event", anchor.event().name());
        if (!anchor.kinds().isEmpty()) {
            node.set("kinds", names(anchor.kinds()));
        }
        return node;
    }

    private static ArrayNode names(Collection<? extends Enum<?>> constants) {
        ArrayNode names = JsonNodeFactory.instance.arrayNode();
        constants.stream().sorted((one, other) -> Integer.compare(one.ordinal(), other.ordinal()))
                .forEach(each -> names.add(each.name()));
        return names;
    }

    private static ObjectNode of(Step step) {
        ObjectNode node = node().put("key", step.key());
        node.set("offset", of(step.offset()));
        node.set("action", of(step.action()));
        if (!step.conditions().isEmpty()) {
            node.set("conditions", all(step.conditions()));
        }
        node.set("late", of(step.late()));
        putOutcomes(node, step.outcomes());
        return node;
    }

    private static void putOutcomes(ObjectNode node, Map<TaskOutcome, NextMove> outcomes) {
        if (!outcomes.isEmpty()) {
            ObjectNode moves = node.putObject("outcomes");
            new TreeMap<>(outcomes).forEach((outcome, move) -> moves.set(outcome.name(), of(move)));
        }
    }

    private static ObjectNode of(NextMove move) {
        if (move instanceof NextMove.TryAgain again) {
            return node().put("then", "TRY_AGAIN").put("days", again.days())
                    .put("part", again.part() == null ? "ANOTHER" : again.part().name())
                    .put("onceMore", again.onceMore());
        }
        return node().put("then", move instanceof NextMove.AskForDetails ? "ASK_FOR_DETAILS"
                : move instanceof NextMove.End ? "END" : "CONTINUE");
    }

    private static ObjectNode of(Offset offset) {
        if (offset instanceof Offset.Elapsed elapsed) {
            return typed("ELAPSED").put("by", text(elapsed.by()));
        }
        if (offset instanceof Offset.Local local) {
            return typed("LOCAL").put("days", local.days()).put("at", local.at().toString());
        }
        if (offset instanceof Offset.Staffed staffed) {
            return typed("STAFFED").put("after", text(staffed.after()));
        }
        if (offset instanceof Offset.AnotherTimeOfDay another) {
            return typed("ANOTHER_TIME_OF_DAY").put("days", another.days());
        }
        return offset instanceof Offset.Daily daily
                ? typed("DAILY").put("at", daily.at().toString()).put("whileWaitOver", text(daily.whileWaitOver()))
                : typed("AT_ONCE");
    }

    private static ObjectNode of(Action action) {
        if (action instanceof Action.Task task) {
            return task(typed("TASK"), task);
        }
        Action.Email email = (Action.Email) action;
        ObjectNode node = typed("EMAIL").put("template", email.template()).put("purpose", email.purpose().name());
        email.withoutConsent().ifPresentOrElse(task -> node.set("withoutConsent", task(node(), task)),
                () -> node.put("withoutConsent", "SKIP"));
        return node;
    }

    private static ObjectNode task(ObjectNode node, Action.Task task) {
        return node.put("kind", task.kind().name()).put("title", task.title()).put("priority", task.priority().name())
                .put("due", text(task.due())).put("onCall", task.onCall());
    }

    private static ArrayNode all(List<Condition> conditions) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        conditions.forEach(condition -> all.add(of(condition)));
        return all;
    }

    private static ObjectNode of(Condition condition) {
        if (condition instanceof Condition.BookedMoreThan booked) {
            return typed("BOOKED_MORE_THAN").put("ahead", text(booked.ahead()));
        }
        if (condition instanceof Condition.BookedLessThan booked) {
            return typed("BOOKED_LESS_THAN").put("ahead", text(booked.ahead()));
        }
        if (condition instanceof Condition.WaitOver wait) {
            return typed("WAIT_OVER").put("longerThan", text(wait.longerThan()));
        }
        if (condition instanceof Condition.VisitBookedWithin visit) {
            return typed("VISIT_BOOKED_WITHIN").put("after", text(visit.after()));
        }
        if (condition instanceof Condition.NoShowsAtLeast noShows) {
            return typed("NO_SHOWS_AT_LEAST").put("count", noShows.count());
        }
        return condition instanceof Condition.ConsentAbsent consent
                ? typed("CONSENT_ABSENT").put("purpose", consent.purpose().name()) : combined(condition);
    }

    private static ObjectNode combined(Condition condition) {
        if (condition instanceof Condition.Not not) {
            ObjectNode node = typed("NOT");
            node.set("condition", of(not.condition()));
            return node;
        }
        if (condition instanceof Condition.AnyOf any) {
            ObjectNode node = typed("ANY_OF");
            node.set("conditions", all(any.conditions()));
            return node;
        }
        if (condition instanceof Condition.AllOf all) {
            ObjectNode node = typed("ALL_OF");
            node.set("conditions", all(all.conditions()));
            return node;
        }
        return bare(condition);
    }

    private static ObjectNode bare(Condition condition) {
        if (condition instanceof Condition.EmailBounced) {
            return typed("EMAIL_BOUNCED");
        }
        if (condition instanceof Condition.Unbooked) {
            return typed("UNBOOKED");
        }
        if (condition instanceof Condition.LeftAgainstAdvice) {
            return typed("LEFT_AGAINST_ADVICE");
        }
        return typed(condition instanceof Condition.NotArrived ? "NOT_ARRIVED" : "CONTACT_REACHED");
    }

    private static ObjectNode of(LatePolicy late) {
        if (late instanceof LatePolicy.SendWithin within) {
            return node().put("policy", "SEND_WITHIN").put("grace", text(within.grace()));
        }
        return node().put("policy", late instanceof LatePolicy.Skip ? "SKIP" : "ALWAYS");
    }

    private static ObjectNode typed(String type) {
        return node().put("type", type);
    }

    private static ObjectNode node() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** Whole days from four of them on; {@link Duration#toString} knows no days, and has a sign for each part. */
    static String text(Duration duration) {
        Duration length = duration.abs();
        boolean days = length.compareTo(IN_DAYS_FROM) >= 0 && length.equals(Duration.ofDays(length.toDays()));
        return (duration.isNegative() ? "-" : "") + (days ? "P" + length.toDays() + "D" : length.toString());
    }
}
