package org.handrail.followup.queue.http;

import java.time.Duration;
import java.time.Instant;
import org.handrail.contract.intake.StopRequested;
import org.handrail.followup.queue.StopLine;
import org.handrail.platform.peer.Peer;
import org.handrail.platform.peer.PeerSilent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code POST /internal/stops} of notifier-service. */
public final class HttpStopLine implements StopLine {

    private static final Logger LOG = LoggerFactory.getLogger(HttpStopLine.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Peer notifier;

    /** @param notifier base address of notifier-service */
    public HttpStopLine(String notifier, String token) {
        this.notifier = new Peer(notifier, token, PATIENCE);
    }

    @Override
    public Answer stop(StopRequested stop) {
        try {
            return new Answer.InForce(notifier.post("/internal/stops", stop).expect(200)
                    .read(body -> Instant.parse(body.path("inForceSince").asString(""))));
        } catch (PeerSilent e) {
            LOG.warn("A stop is not in force yet: notifier-service answered {}; it will be tried again", e.code());
            return new Answer.NotReached(e.code());
        }
    }
}
