package org.handrail.followup.queue;

import java.time.Clock;
import java.time.Duration;

/** Work that was taken and then left alone goes back to the queue, for anybody. */
public final class ReturningIgnoredTasks {

    private final Board board;
    private final Duration after;
    private final Clock clock;

    public ReturningIgnoredTasks(Board board, Duration after, Clock clock) {
        if (after.isNegative() || after.isZero()) {
            throw new IllegalArgumentException("HANDRAIL_QUEUE_RETURN_AFTER must be more than nothing");
        }
        this.board = board;
        this.after = after;
        this.clock = clock;
    }

    /** @return how many went back */
    public int run() {
        return board.returnTakenBefore(clock.instant().minus(after));
    }
}
