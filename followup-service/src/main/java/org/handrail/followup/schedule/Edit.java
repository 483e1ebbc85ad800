package org.handrail.followup.schedule;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What lies between two versions of a schedule, step by step. Steps that both have alike are not touched, so nobody's
 * time of one of them changes.
 *
 * @param touched keys of steps that were added, removed or changed
 * @param retimed those of them whose time may come out otherwise, and not only what is done then
 * @param removed steps that the new version has no more, by their keys
 */
public record Edit(Schedule from, Schedule to, Set<String> touched, Set<String> retimed, Map<String, Step> removed) {

    public static Edit between(Schedule from, Schedule to) {
        Map<String, Step> before = byKey(from);
        Map<String, Step> after = byKey(to);
        Set<String> touched = new LinkedHashSet<>();
        Stream.concat(after.keySet().stream(), before.keySet().stream())
                .filter(key -> !Objects.equals(before.get(key), after.get(key)))
                .forEach(touched::add);
        if (!chain(from).equals(chain(to))) {
            chain(from).forEach(step -> touched.add(step.key()));
            chain(to).forEach(step -> touched.add(step.key()));
        }
        Set<String> retimed = touched.stream().filter(key -> retimes(before.get(key), after.get(key)))
                .collect(Collectors.toUnmodifiableSet());
        Map<String, Step> removed = new LinkedHashMap<>(before);
        removed.keySet().removeAll(after.keySet());
        return new Edit(from, to, touched, retimed, removed);
    }

    private static Map<String, Step> byKey(Schedule schedule) {
        Map<String, Step> steps = new LinkedHashMap<>();
        schedule.steps().forEach(step -> steps.put(step.key(), step));
        return steps;
    }

    /** Steps each of which takes another time of day than the one before it: touching one touches all. */
    private static List<Step> chain(Schedule schedule) {
        return schedule.steps().stream().filter(step -> step.offset() instanceof Offset.AnotherTimeOfDay).toList();
    }

    private static boolean retimes(@Nullable Step before, @Nullable Step after) {
        return before == null || after == null || !before.offset().equals(after.offset())
                || before.offset() instanceof Offset.AnotherTimeOfDay || hours(before) != hours(after);
    }

    private enum Hours { ANY, WINDOW, STAFFED }

    private static Hours hours(Step step) {
        if (step.action() instanceof Action.Email email) {
            return email.keepsWindow() ? Hours.WINDOW : Hours.ANY;
        }
        return ((Action.Task) step.action()).onCall() ? Hours.ANY : Hours.STAFFED;
    }

    /** An appointment of another kind than the new version is for stays where it is. */
    public boolean leavesOutKinds() {
        return !to.anchor().kinds().containsAll(from.anchor().kinds());
    }
}
