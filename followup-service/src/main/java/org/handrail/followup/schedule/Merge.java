package org.handrail.followup.schedule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.handrail.followup.schedule.Comparison.What;
import org.jspecify.annotations.Nullable;

/**
 * Brings together what two people made of the same version: step by step, each takes over what only the other changed.
 * What comes of it may have faults that neither has.
 */
public final class Merge {

    private final Schedule base;
    private final Schedule theirs;
    private final Schedule mine;
    private final List<Conflict> conflicts = new ArrayList<>();

    private Merge(Schedule base, Schedule theirs, Schedule mine) {
        this.base = base;
        this.theirs = theirs;
        this.mine = mine;
    }

    public sealed interface Result {
    }

    public record Merged(Schedule schedule) implements Result {
    }

    public record Conflicting(List<Conflict> conflicts) implements Result {
    }

    /**
     * Both changed it, each in another way.
     *
     * @param what {@code STEP_REMOVED}: one removed the step that the other changed; {@code STEP_ADDED}: both have a new
     *             step of that key; otherwise what of the step, or of the schedule when {@code step} is null
     */
    public record Conflict(What what, @Nullable String step) {
    }

    /** Steps stand as in {@code mine}; those that only {@code theirs} has follow what they follow there. */
    public static Result of(Schedule base, Schedule theirs, Schedule mine) {
        Merge merge = new Merge(base, theirs, mine);
        Schedule merged = new Schedule(mine.id(), merge.whole(What.TITLE, Schedule::title),
                merge.whole(What.ANCHOR, Schedule::anchor), merge.whole(What.STOPS, Schedule::stops),
                merge.whole(What.OUTCOMES, Schedule::outcomes), merge.steps());
        return merge.conflicts.isEmpty() ? new Merged(merged) : new Conflicting(List.copyOf(merge.conflicts));
    }

    private <T> T whole(What what, Function<Schedule, T> part) {
        return part(what, null, part.apply(base), part.apply(theirs), part.apply(mine));
    }

    private <T> T part(What what, @Nullable String step, T was, T theirs, T mine) {
        if (mine.equals(was) || mine.equals(theirs)) {
            return theirs;
        }
        if (!theirs.equals(was)) {
            conflicts.add(new Conflict(what, step));
        }
        return mine;
    }

    private List<Step> steps() {
        Map<String, Step> merged = new LinkedHashMap<>();
        inOrder().forEach(key -> {
            Step step = step(key, base.step(key).orElse(null), theirs.step(key).orElse(null), mine.step(key).orElse(null));
            if (step != null) {
                merged.put(key, step);
            }
        });
        return List.copyOf(merged.values());
    }

    private List<String> inOrder() {
        List<String> keys = new ArrayList<>(mine.steps().stream().map(Step::key).toList());
        int follows = -1;
        for (Step step : theirs.steps()) {
            if (!keys.contains(step.key())) {
                keys.add(follows + 1, step.key());
            }
            follows = keys.indexOf(step.key());
        }
        return keys;
    }

    private @Nullable Step step(String key, @Nullable Step was, @Nullable Step theirs, @Nullable Step mine) {
        if (Objects.equals(mine, was) || Objects.equals(mine, theirs)) {
            return theirs;
        }
        if (Objects.equals(theirs, was)) {
            return mine;
        }
        if (was == null || theirs == null || mine == null) {
            conflicts.add(new Conflict(was == null ? What.STEP_ADDED : What.STEP_REMOVED, key));
            return null;
        }
        return new Step(key, part(What.WHEN, key, was.offset(), theirs.offset(), mine.offset()),
                part(What.ACTION, key, was.action(), theirs.action(), mine.action()),
                part(What.CONDITIONS, key, was.conditions(), theirs.conditions(), mine.conditions()),
                part(What.LATE, key, was.late(), theirs.late(), mine.late()),
                part(What.OUTCOMES, key, was.outcomes(), theirs.outcomes(), mine.outcomes()));
    }
}
