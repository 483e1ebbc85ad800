package org.handrail.notifier.delivery;

import java.time.Instant;

/** What the last look says. Reasons are codes that the timeline puts into words. */
public sealed interface Decision {

    Decision GO = new Go();

    record Go() implements Decision {
    }

    /** @param until look again then; never after the deadline */
    record Wait(Instant until, String reason) implements Decision {
    }

    record Skip(String reason) implements Decision {
    }

    /** What it was about is over. */
    record Withdraw(String reason) implements Decision {
    }
}
