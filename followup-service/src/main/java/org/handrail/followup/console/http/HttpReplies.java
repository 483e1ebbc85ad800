package org.handrail.followup.console.http;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.handrail.followup.console.ClientReplies;
import org.handrail.platform.peer.Peer;
import org.handrail.platform.peer.PeerSilent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** {@code GET /internal/clients/{id}/replies} of notifier-service. */
@Component
final class HttpReplies implements ClientReplies {

    private static final Logger LOG = LoggerFactory.getLogger(HttpReplies.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Peer notifier;

    HttpReplies(@Value("${handrail.notifier.url:http://localhost:${handrail.links.port:8082}}") String notifier,
            @Value("${handrail.internal.token:}") String token) {
        this.notifier = new Peer(notifier, token, PATIENCE);
    }

    @Override
    public Optional<List<Reply>> of(UUID clientId) {
        try {
            return Optional.of(notifier.get("/internal/clients/" + clientId + "/replies").expect(200)
                    .read(body -> body.valueStream().map(HttpReplies::reply).toList()));
        } catch (PeerSilent e) {
            LOG.warn("Replies can't be read now: notifier-service answered {}", e.code());
            return Optional.empty();
        }
    }

    private static Reply reply(JsonNode each) {
        return new Reply(Instant.parse(each.path("at").asString("")), each.path("urgent").asBoolean(false),
                each.path("text").asString(""));
    }
}
