package org.handrail.notifier.delivery;

import java.time.Duration;
import java.time.Instant;

/** Waiting within the deadline. */
final class Waiting {

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private Waiting() {
    }

    /** For an event that is still under way: the longer it has been, the longer until the next look. */
    static Decision forNews(Situation situation, String reason) {
        Duration sinceDue = Duration.between(situation.delivery().dueAt(), situation.now()).dividedBy(4);
        Duration pause = sinceDue.compareTo(SHORTEST) < 0 ? SHORTEST
                : sinceDue.compareTo(LONGEST) > 0 ? LONGEST : sinceDue;
        return forNoLongerThan(pause, situation, reason);
    }

    /** Looked at again at the deadline at the latest, which is the end of it. */
    static Decision forNoLongerThan(Duration pause, Situation situation, String reason) {
        Instant deadline = situation.delivery().deadline();
        if (!situation.now().isBefore(deadline)) {
            return new Decision.Skip(reason);
        }
        Instant until = situation.now().plus(pause);
        return new Decision.Wait(until.isAfter(deadline) ? deadline : until, reason);
    }

    /** Until a moment that is of use only if the deadline allows it. */
    static Decision until(Instant moment, Situation situation, String reason) {
        return moment.isAfter(situation.delivery().deadline())
                ? new Decision.Skip(reason)
                : new Decision.Wait(moment, reason);
    }
}
