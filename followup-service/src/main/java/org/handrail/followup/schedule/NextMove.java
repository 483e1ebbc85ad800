package org.handrail.followup.schedule;

import java.util.EnumSet;
import java.util.Set;
import org.handrail.followup.queue.TaskOutcome;
import org.handrail.followup.time.PartOfDay;
import org.jspecify.annotations.Nullable;

/** What follows when staff say what came of a call. */
public sealed interface NextMove {

    /** Outcomes that a schedule may answer; the others end follow-up, or mean the same everywhere. */
    Set<TaskOutcome> ANSWERABLE = Set.copyOf(
            EnumSet.of(TaskOutcome.LEFT_MESSAGE, TaskOutcome.NO_ANSWER, TaskOutcome.WRONG_NUMBER));

    /** The ladder goes on as it is. */
    record Continue() implements NextMove {
    }

    /**
     * The next call that lies ahead is made so many days after this one, in that part of the client's day.
     *
     * @param days     0: later the same day
     * @param part     null: another than that of this call
     * @param onceMore when no call lies ahead, this one is made once more
     */
    record TryAgain(int days, @Nullable PartOfDay part, boolean onceMore) implements NextMove {
    }

    /** No more calls: a stranger would hear of them. Staff are asked to find out how the client can be reached. */
    record AskForDetails() implements NextMove {
    }

    /** The follow-up ends. */
    record End() implements NextMove {
    }
}
