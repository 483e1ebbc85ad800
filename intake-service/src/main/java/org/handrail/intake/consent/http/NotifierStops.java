package org.handrail.intake.consent.http;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.handrail.contract.intake.StopRequested;
import org.handrail.intake.consent.DirectStops;
import org.handrail.platform.peer.Peer;
import org.handrail.platform.peer.PeerSilent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code POST /internal/stops} of notifier-service. */
public final class NotifierStops implements DirectStops {

    private static final Logger LOG = LoggerFactory.getLogger(NotifierStops.class);
    /** Somebody is on the phone and waits for the answer. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Peer notifier;

    /** @param base of notifier-service, as other services reach it */
    public NotifierStops(URI base, String token) {
        this.notifier = new Peer(base.toString(), token, PATIENCE);
    }

    @Override
    public Optional<Instant> stop(StopRequested stop) {
        try {
            return Optional.of(notifier.post("/internal/stops", stop).expect(200)
                    .read(body -> Instant.parse(body.path("inForceSince").asString(""))));
        } catch (PeerSilent e) {
            LOG.warn("notifier-service did not take stop {} directly: {}", stop.stopId(), e.code());
            return Optional.empty();
        }
    }
}
