package org.handrail.notifier.consent.web;

import java.time.Instant;
import java.util.UUID;
import org.handrail.contract.intake.StopRequested;
import org.handrail.notifier.consent.Stops;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Stops from other services: the answer means that the stop is in force. */
@RestController
class StopsController {

    record StopInForce(UUID stopId, Instant inForceSince) {
    }

    private final Stops stops;

    StopsController(Stops stops) {
        this.stops = stops;
    }

    @PostMapping(path = "/internal/stops", consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    StopInForce stop(@RequestBody StopBody body) {
        StopRequested stop = body.toStop();
        return new StopInForce(stop.stopId(), stops.stop(stop));
    }
}
