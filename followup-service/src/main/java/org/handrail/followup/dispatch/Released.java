package org.handrail.followup.dispatch;

import java.time.Instant;

/** Who wants to know what became of due steps, for figures; the transaction may still fail. */
@FunctionalInterface
public interface Released {

    void released(DueNow due, Decision decision, Instant at);
}
