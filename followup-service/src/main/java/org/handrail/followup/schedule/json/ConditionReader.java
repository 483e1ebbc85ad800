package org.handrail.followup.schedule.json;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.handrail.contract.Purpose;
import org.handrail.followup.schedule.Condition;

final class ConditionReader {

    private static final int DEEPEST = 5;
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration YEAR = Duration.ofDays(366);

    enum Type {
        BOOKED_MORE_THAN, BOOKED_LESS_THAN, WAIT_OVER, NO_SHOWS_AT_LEAST, EMAIL_BOUNCED, CONSENT_ABSENT,
        VISIT_BOOKED_WITHIN, UNBOOKED, LEFT_AGAINST_ADVICE, NOT_ARRIVED, CONTACT_REACHED, NOT, ANY_OF, ALL_OF
    }

    private ConditionReader() {
    }

    static Optional<Condition> read(Place place) {
        return read(place, 1);
    }

    private static Optional<Condition> read(Place place, int depth) {
        if (depth > DEEPEST) {
            return place.fault("is nested deeper than " + DEEPEST);
        }
        if (!place.isObject()) {
            return place.fault("must be an object");
        }
        return place.field("type").oneOf(Type.class).flatMap(type -> read(type, place, depth));
    }

    private static Optional<Condition> read(Type type, Place place, int depth) {
        return switch (type) {
            case BOOKED_MORE_THAN -> duration(place, "ahead").map(Condition.BookedMoreThan::new);
            case BOOKED_LESS_THAN -> duration(place, "ahead").map(Condition.BookedLessThan::new);
            case WAIT_OVER -> duration(place, "longerThan").map(Condition.WaitOver::new);
            case VISIT_BOOKED_WITHIN -> duration(place, "after").map(Condition.VisitBookedWithin::new);
            case NO_SHOWS_AT_LEAST -> only(place, "count").field("count").number(1, 20)
                    .map(Condition.NoShowsAtLeast::new);
            case CONSENT_ABSENT -> only(place, "purpose").field("purpose").oneOf(Purpose.class)
                    .map(Condition.ConsentAbsent::new);
            case EMAIL_BOUNCED -> bare(place, new Condition.EmailBounced());
            case UNBOOKED -> bare(place, new Condition.Unbooked());
            case LEFT_AGAINST_ADVICE -> bare(place, new Condition.LeftAgainstAdvice());
            case NOT_ARRIVED -> bare(place, new Condition.NotArrived());
            case CONTACT_REACHED -> bare(place, new Condition.ContactReached());
            case NOT -> read(only(place, "condition").field("condition"), depth + 1).map(Condition.Not::new);
            case ANY_OF -> several(place, depth).map(Condition.AnyOf::new);
            case ALL_OF -> several(place, depth).map(Condition.AllOf::new);
        };
    }

    /** Empty when one has a fault: without it the others might mean something else. */
    private static Optional<List<Condition>> several(Place place, int depth) {
        List<Optional<Condition>> all = only(place, "conditions").field("conditions")
                .distinct(1, 10, each -> read(each, depth + 1));
        return all.isEmpty() || all.contains(Optional.<Condition>empty()) ? Optional.empty()
                : Optional.of(all.stream().flatMap(Optional::stream).toList());
    }

    private static Optional<Duration> duration(Place place, String field) {
        return only(place, field).field(field).duration(MINUTE, YEAR);
    }

    private static Optional<Condition> bare(Place place, Condition condition) {
        place.isObjectOf("type");
        return Optional.of(condition);
    }

    private static Place only(Place place, String field) {
        place.isObjectOf("type", field);
        return place;
    }
}
