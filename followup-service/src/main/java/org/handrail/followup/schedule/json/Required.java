package org.handrail.followup.schedule.json;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.handrail.followup.schedule.Condition;

/**
 * A simple condition that must hold, or must not, for the step to happen. What stands inside an ANY_OF is only one
 * way among others and required of nobody.
 */
record Required(Condition condition, boolean negated, Place place) {

    static List<Required> by(Condition condition, Place place) {
        List<Required> all = new ArrayList<>();
        collect(condition, false, place, all);
        return all;
    }

    private static void collect(Condition condition, boolean negated, Place place, List<Required> all) {
        if (condition instanceof Condition.Not not) {
            collect(not.condition(), !negated, place.field("condition"), all);
        } else if (condition instanceof Condition.AllOf some) {
            each(some.conditions(), !negated, negated, place, all);
        } else if (condition instanceof Condition.AnyOf some) {
            each(some.conditions(), negated, negated, place, all);
        } else {
            all.add(new Required(condition, negated, place));
        }
    }

    private static void each(
            List<Condition> conditions, boolean allOfThem, boolean negated, Place place, List<Required> all) {
        for (int i = 0; i < conditions.size() && (allOfThem || conditions.size() == 1); i++) {
            collect(conditions.get(i), negated, place.field("conditions").element(i), all);
        }
    }

    /** Each that can't hold together with one before it. */
    static List<Required> contradictions(List<Required> required) {
        return required.stream().filter(later -> required.subList(0, required.indexOf(later)).stream()
                .anyMatch(earlier -> earlier.contradicts(later) || later.contradicts(earlier))).toList();
    }

    private boolean contradicts(Required other) {
        if (condition.equals(other.condition)) {
            return negated != other.negated;
        }
        if (!negated && condition instanceof Condition.BookedMoreThan more) {
            return other.condition instanceof Condition.BookedLessThan less && !other.negated
                    && covers(less.ahead(), more.ahead())
                    || other.condition instanceof Condition.BookedMoreThan fewer && other.negated
                    && covers(fewer.ahead(), more.ahead());
        }
        if (!negated && condition instanceof Condition.BookedLessThan less) {
            return other.negated && other.condition instanceof Condition.BookedLessThan more
                    && covers(less.ahead(), more.ahead());
        }
        if (!negated && condition instanceof Condition.WaitOver over) {
            return other.negated && other.condition instanceof Condition.WaitOver longest
                    && covers(longest.longerThan(), over.longerThan());
        }
        if (!negated && condition instanceof Condition.VisitBookedWithin soon) {
            return other.negated && other.condition instanceof Condition.VisitBookedWithin any
                    && covers(soon.after(), any.after());
        }
        return !negated && condition instanceof Condition.NoShowsAtLeast many && other.negated
                && other.condition instanceof Condition.NoShowsAtLeast fewest && fewest.count() <= many.count();
    }

    /** Whatever is within the smaller span is within the larger one. */
    private static boolean covers(Duration smaller, Duration larger) {
        return smaller.compareTo(larger) <= 0;
    }
}
