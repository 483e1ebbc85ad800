package org.handrail.followup.schedule;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.handrail.followup.queue.TaskOutcome;
import org.jspecify.annotations.Nullable;

/** What differs between two definitions, in words. */
public final class Comparison {

    private static final String ALWAYS = "always";

    private final Schedule before;
    private final Schedule after;
    private final List<Change> changes = new ArrayList<>();

    private Comparison(Schedule before, Schedule after) {
        this.before = before;
        this.after = after;
    }

    public enum What { TITLE, ANCHOR, STOPS, OUTCOMES, STEP_ADDED, STEP_REMOVED, WHEN, ACTION, CONDITIONS, LATE, ORDER }

    /**
     * @param step   the key of the step; null for what concerns the whole schedule
     * @param before in words; null for what is new
     * @param after  in words; null for what is gone
     */
    public record Change(What what, @Nullable String step, @Nullable String before, @Nullable String after) {
    }

    /** The whole schedule first, then step by step as they stand in the second, then what is gone. */
    public static List<Change> between(Schedule before, Schedule after) {
        Comparison comparison = new Comparison(before, after);
        comparison.whole();
        after.steps().forEach(comparison::step);
        before.steps().stream().filter(step -> after.step(step.key()).isEmpty()).forEach(step ->
                comparison.changes.add(new Change(What.STEP_REMOVED, step.key(), inFull(step), null)));
        comparison.order();
        return List.copyOf(comparison.changes);
    }

    private void whole() {
        add(What.TITLE, null, before.title(), after.title(), title -> title);
        add(What.ANCHOR, null, before.anchor(), after.anchor(), Comparison::of);
        add(What.STOPS, null, before.stops(), after.stops(), stops -> stops.isEmpty() ? "none"
                : stops.stream().sorted().map(Comparison::plain).collect(Collectors.joining(", ")));
        add(What.OUTCOMES, null, before.outcomes(), after.outcomes(), Comparison::of);
    }

    private void step(Step now) {
        Optional<Step> known = before.step(now.key());
        if (known.isEmpty()) {
            changes.add(new Change(What.STEP_ADDED, now.key(), null, inFull(now)));
            return;
        }
        Step then = known.get();
        add(What.WHEN, now.key(), then.offset(), now.offset(), Wording::of);
        add(What.ACTION, now.key(), then.action(), now.action(), Comparison::of);
        add(What.CONDITIONS, now.key(), then.conditions(), now.conditions(), Comparison::of);
        add(What.LATE, now.key(), then.late(), now.late(), Wording::of);
        add(What.OUTCOMES, now.key(), then.outcomes(), now.outcomes(), Comparison::of);
    }

    /** Only of steps that both have: one that comes or goes moves the others along. */
    private void order() {
        List<String> then = keys(before, after);
        List<String> now = keys(after, before);
        if (!then.equals(now)) {
            changes.add(new Change(What.ORDER, null, String.join(", ", then), String.join(", ", now)));
        }
    }

    private static List<String> keys(Schedule of, Schedule andOf) {
        return of.steps().stream().map(Step::key).filter(key -> andOf.step(key).isPresent()).toList();
    }

    /** Words are coarser than values: where they leave a difference out, the values stand beside them. */
    private <T> void add(What what, @Nullable String step, T then, T now, Function<T, String> words) {
        if (then.equals(now)) {
            return;
        }
        String was = words.apply(then);
        String is = words.apply(now);
        boolean same = was.equals(is);
        changes.add(new Change(what, step, same ? was + " " + then : was, same ? is + " " + now : is));
    }

    private static String inFull(Step step) {
        return String.join("; ", Wording.of(step.offset()), of(step.action()), of(step.conditions()),
                Wording.of(step.late())) + (step.outcomes().isEmpty() ? "" : "; " + of(step.outcomes()));
    }

    private static String of(Anchor anchor) {
        return plain(anchor.event()) + (anchor.kinds().isEmpty() ? "" : anchor.kinds().stream().sorted()
                .map(Comparison::plain).collect(Collectors.joining(" or ", " (", ")")));
    }

    private static String of(List<Condition> conditions) {
        return conditions.isEmpty() ? ALWAYS
                : conditions.stream().map(Wording::of).collect(Collectors.joining(" and ", "if ", ""));
    }

    private static String of(Map<TaskOutcome, NextMove> outcomes) {
        return outcomes.isEmpty() ? "nothing said" : new TreeMap<>(outcomes).entrySet().stream()
                .map(each -> "after " + plain(each.getKey()) + " " + Wording.of(each.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String of(Action action) {
        if (action instanceof Action.Task task) {
            return of(task);
        }
        Action.Email email = (Action.Email) action;
        return "email " + email.template() + " (" + plain(email.purpose()) + "), without consent "
                + email.withoutConsent().map(Comparison::of).orElse("nothing");
    }

    private static String of(Action.Task task) {
        return plain(task.kind()) + " task " + task.title() + ", priority " + plain(task.priority()) + ", due within "
                + Wording.span(task.due()) + (task.onCall() ? ", on call" : " of staffed time");
    }

    private static String plain(Enum<?> code) {
        return code.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
