package org.handrail.followup.queue;

import java.time.Instant;
import org.handrail.contract.intake.StopRequested;

/** The direct way to the ledger of consents. */
public interface StopLine {

    /** Never throws for what a network or the other side can do; takes a few seconds at most. */
    Answer stop(StopRequested stop);

    sealed interface Answer {

        /** No message will be claimed for this client any more. */
        record InForce(Instant since) implements Answer {
        }

        /** @param code why, for instance {@code no-connection}, {@code status-503} */
        record NotReached(String code) implements Answer {
        }
    }
}
