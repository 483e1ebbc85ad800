package org.handrail.followup.merge.http;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.handrail.followup.merge.MergeLine;
import org.handrail.platform.peer.Peer;
import org.handrail.platform.peer.PeerAnswer;
import org.handrail.platform.peer.PeerSilent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code POST /internal/merges} of intake-service. */
public final class HttpMergeLine implements MergeLine {

    private static final Logger LOG = LoggerFactory.getLogger(HttpMergeLine.class);
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Peer intake;

    /** @param intake base address of intake-service, as other services reach it */
    public HttpMergeLine(String intake, String token) {
        this.intake = new Peer(intake, token, PATIENCE);
    }

    @Override
    public Answer merge(UUID duplicate, UUID into, UUID by) {
        try {
            PeerAnswer answer =
                    intake.post("/internal/merges", Map.of("duplicate", duplicate, "into", into, "by", by));
            return switch (answer.status()) {
                case 200 -> Answer.MERGED;
                case 404 -> Answer.NOBODY_THERE;
                case 409 -> Answer.HAS_BOOKINGS;
                default -> throw answer.unexpected();
            };
        } catch (PeerSilent e) {
            LOG.warn("A merge was not confirmed: intake-service answered {}", e.code());
            return Answer.NOT_REACHED;
        }
    }
}
