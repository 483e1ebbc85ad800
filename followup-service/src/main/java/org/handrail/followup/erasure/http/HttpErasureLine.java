package org.handrail.followup.erasure.http;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.handrail.followup.erasure.ErasureLine;
import org.handrail.platform.peer.Peer;
import org.handrail.platform.peer.PeerAnswer;
import org.handrail.platform.peer.PeerSilent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code POST /internal/erasures} of intake-service. */
public final class HttpErasureLine implements ErasureLine {

    private static final Logger LOG = LoggerFactory.getLogger(HttpErasureLine.class);
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Peer intake;

    /** @param intake base address of intake-service, as other services reach it */
    public HttpErasureLine(String intake, String token) {
        this.intake = new Peer(intake, token, PATIENCE);
    }

    @Override
    public Answer erase(UUID clientId) {
        try {
            PeerAnswer answer = intake.post("/internal/erasures", Map.of("clientId", clientId));
            return switch (answer.status()) {
                case 200 -> new Answer.Erased(
                        answer.read(body -> Instant.parse(body.path("erasedAt").asString(""))));
                case 404 -> new Answer.NobodyThere();
                default -> throw answer.unexpected();
            };
        } catch (PeerSilent e) {
            LOG.warn("An erasure was not confirmed: intake-service answered {}", e.code());
            return new Answer.NotReached(e.code());
        }
    }
}
