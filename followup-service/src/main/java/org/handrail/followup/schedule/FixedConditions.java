package org.handrail.followup.schedule;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Conditions on what is known from the start and does not change until the appointment does. */
final class FixedConditions {

    private final Moment moment;

    FixedConditions(Moment moment) {
        this.moment = moment;
    }

    static boolean isFixed(Condition condition) {
        if (condition instanceof Condition.Not not) {
            return isFixed(not.condition());
        }
        if (condition instanceof Condition.AllOf all) {
            return all.conditions().stream().allMatch(FixedConditions::isFixed);
        }
        if (condition instanceof Condition.AnyOf any) {
            return any.conditions().stream().allMatch(FixedConditions::isFixed);
        }
        return condition instanceof Condition.BookedMoreThan || condition instanceof Condition.BookedLessThan
                || condition instanceof Condition.LeftAgainstAdvice;
    }

    /** Whether the step is ruled out already. */
    boolean ruleOut(Step step) {
        for (Condition condition : step.conditions()) {
            if (!holds(condition, step.offset()).orElse(true)) {
                return true;
            }
        }
        return false;
    }

    /** Empty: to be asked when the time has come. */
    private Optional<Boolean> holds(Condition condition, Offset offset) {
        if (condition instanceof Condition.BookedMoreThan booked) {
            // whoever has to be told of another time has to be told at whatever notice
            boolean news = moment.changed() && offset instanceof Offset.AtOnce;
            return Optional.of(news || notice().compareTo(booked.ahead()) > 0);
        }
        if (condition instanceof Condition.BookedLessThan booked) {
            return Optional.of(notice().compareTo(booked.ahead()) < 0);
        }
        if (condition instanceof Condition.LeftAgainstAdvice) {
            return Optional.of(moment.againstAdvice());
        }
        if (condition instanceof Condition.Not not) {
            return holds(not.condition(), offset).map(held -> !held);
        }
        if (condition instanceof Condition.AllOf all) {
            return several(all.conditions(), offset, false);
        }
        return condition instanceof Condition.AnyOf any ? several(any.conditions(), offset, true) : Optional.empty();
    }

    /** @param decisive the answer of one that settles it for all */
    private Optional<Boolean> several(List<Condition> conditions, Offset offset, boolean decisive) {
        boolean open = false;
        for (Condition condition : conditions) {
            Optional<Boolean> held = holds(condition, offset);
            if (held.isPresent() && held.get() == decisive) {
                return held;
            }
            open |= held.isEmpty();
        }
        return open ? Optional.empty() : Optional.of(!decisive);
    }

    private Duration notice() {
        return moment.bookedAt() == null ? Duration.ZERO : Duration.between(moment.bookedAt(), moment.anchor());
    }
}
