package org.handrail.notifier.choice.http;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.handrail.notifier.choice.ContactWish;
import org.handrail.notifier.choice.IntakeLine;
import org.handrail.platform.peer.Peer;
import org.handrail.platform.peer.PeerAnswer;
import org.handrail.platform.peer.PeerSilent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code POST /internal/contact-wishes} of intake-service. */
public final class HttpIntakeLine implements IntakeLine {

    private static final Logger LOG = LoggerFactory.getLogger(HttpIntakeLine.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Peer intake;

    /** @param intake base address of intake-service */
    public HttpIntakeLine(String intake, String token) {
        this.intake = new Peer(intake, token, PATIENCE);
    }

    @Override
    public boolean tell(ContactWish wish) {
        try {
            PeerAnswer answer = intake.post("/internal/contact-wishes", body(wish));
            return switch (answer.status()) {
                // 404: nobody there any more, so nothing is left to do
                case 200, 404 -> true;
                default -> throw answer.unexpected();
            };
        } catch (PeerSilent e) {
            LOG.warn("A client's choice is not with intake-service yet, which answered {}; it will be tried again",
                    e.code());
            return false;
        }
    }

    private static Map<String, String> body(ContactWish wish) {
        Map<String, String> body = new HashMap<>(Map.of(
                "clientId", wish.clientId().toString(), "occurredAt", wish.askedAt().toString()));
        if (wish.language() != null) {
            body.put("language", wish.language().tag());
        }
        if (wish.zone() != null) {
            body.put("zone", wish.zone());
        }
        return body;
    }
}
