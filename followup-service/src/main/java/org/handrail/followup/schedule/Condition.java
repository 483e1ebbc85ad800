package org.handrail.followup.schedule;

import java.time.Duration;
import java.util.List;
import org.handrail.contract.Purpose;

/** What must hold for a step to happen; asked when its time has come. */
public sealed interface Condition {

    /** The appointment was booked longer than this before its start. */
    record BookedMoreThan(Duration ahead) implements Condition {
    }

    /** The appointment was booked less than this before its start. */
    record BookedLessThan(Duration ahead) implements Condition {
    }

    /** The start is still further away than this. */
    record WaitOver(Duration longerThan) implements Condition {
    }

    /** Appointments that the client did not come to, before this one. */
    record NoShowsAtLeast(int count) implements Condition {
    }

    /** Mail to the client's present address came back. */
    record EmailBounced() implements Condition {
    }

    record ConsentAbsent(Purpose purpose) implements Condition {
    }

    /** A visit is booked or kept on a later day than the anchor's, at most this long after it. */
    record VisitBookedWithin(Duration after) implements Condition {
    }

    /** No visit lies ahead. */
    record Unbooked() implements Condition {
    }

    record LeftAgainstAdvice() implements Condition {
    }

    /** The appointment's start has passed and nobody has recorded that the client came. */
    record NotArrived() implements Condition {
    }

    /** Staff have spoken with the client since the anchor. */
    record ContactReached() implements Condition {
    }

    record Not(Condition condition) implements Condition {
    }

    record AnyOf(List<Condition> conditions) implements Condition {

        public AnyOf {
            conditions = List.copyOf(conditions);
        }
    }

    record AllOf(List<Condition> conditions) implements Condition {

        public AllOf {
            conditions = List.copyOf(conditions);
        }
    }
}
