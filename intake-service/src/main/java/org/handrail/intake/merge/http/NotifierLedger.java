package org.handrail.intake.merge.http;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.handrail.contract.Purpose;
import org.handrail.intake.merge.StopsInForce;
import org.handrail.platform.peer.Peer;
import org.handrail.platform.peer.PeerSilent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** {@code GET /internal/clients/{id}/consents} of notifier-service. */
public final class NotifierLedger implements StopsInForce {

    private static final Logger LOG = LoggerFactory.getLogger(NotifierLedger.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Peer notifier;

    /** @param base of notifier-service, as other services reach it */
    public NotifierLedger(URI base, String token) {
        this.notifier = new Peer(base.toString(), token, PATIENCE);
    }

    @Override
    public Optional<Map<Purpose, Instant>> of(UUID clientId) {
        try {
            return Optional.of(notifier.get("/internal/clients/" + clientId + "/consents").expect(200)
                    .read(NotifierLedger::withdrawn));
        } catch (PeerSilent e) {
            LOG.warn("notifier-service did not tell of stops: {}", e.code());
            return Optional.empty();
        }
    }

    private static Map<Purpose, Instant> withdrawn(JsonNode sheet) {
        Map<Purpose, Instant> withdrawn = new EnumMap<>(Purpose.class);
        for (JsonNode state : sheet.path("states")) {
            if (state.path("state").asString("").equals("WITHDRAWN")) {
                withdrawn.put(Purpose.valueOf(state.path("purpose").asString("")),
                        Instant.parse(state.path("since").asString("")));
            }
        }
        return withdrawn;
    }
}
