package org.handrail.followup.proof.http;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.handrail.followup.proof.Ledger;
import org.handrail.followup.proof.ProofSheet;
import org.handrail.platform.peer.Peer;
import org.handrail.platform.peer.PeerSilent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code GET /internal/clients/{id}/consents} of notifier-service. */
public final class HttpLedger implements Ledger {

    private static final Logger LOG = LoggerFactory.getLogger(HttpLedger.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Peer notifier;

    /** @param notifier base address of notifier-service */
    public HttpLedger(String notifier, String token) {
        this.notifier = new Peer(notifier, token, PATIENCE);
    }

    @Override
    public Optional<ProofSheet> proofOf(UUID clientId) {
        try {
            return Optional.of(notifier.get("/internal/clients/" + clientId + "/consents").expect(200)
                    .as(ProofSheet.class));
        } catch (PeerSilent e) {
            LOG.warn("No proof can be shown now: notifier-service answered {}", e.code());
            return Optional.empty();
        }
    }
}
