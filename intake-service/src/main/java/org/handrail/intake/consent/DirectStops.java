package org.handrail.intake.consent;

import java.time.Instant;
import java.util.Optional;
import org.handrail.contract.intake.StopRequested;

/** The way to notifier-service that does not wait for Kafka. */
public interface DirectStops {

    /** @return since when it is in force; empty when notifier-service could not be reached or did not answer in time */
    Optional<Instant> stop(StopRequested stop);
}
