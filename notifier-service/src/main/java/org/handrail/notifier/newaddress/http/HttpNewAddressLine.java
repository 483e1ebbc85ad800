package org.handrail.notifier.newaddress.http;

import java.time.Duration;
import java.util.Map;
import org.handrail.notifier.newaddress.AddressWish;
import org.handrail.notifier.newaddress.NewAddressLine;
import org.handrail.platform.peer.Peer;
import org.handrail.platform.peer.PeerAnswer;
import org.handrail.platform.peer.PeerSilent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code POST /internal/contact-wishes} of intake-service, with an address. */
public final class HttpNewAddressLine implements NewAddressLine {

    private static final Logger LOG = LoggerFactory.getLogger(HttpNewAddressLine.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Peer intake;

    /** @param intake base address of intake-service */
    public HttpNewAddressLine(String intake, String token) {
        this.intake = new Peer(intake, token, PATIENCE);
    }

    private record Kept(int addressVersion) {
    }

    @Override
    public Answer tell(AddressWish confirmed) {
        try {
            PeerAnswer answer = intake.post("/internal/contact-wishes", Map.of(
                    "clientId", confirmed.clientId().toString(), "email", confirmed.email(),
                    "addressVersion", confirmed.addressVersion(), "occurredAt", confirmed.at().toString()));
            return switch (answer.status()) {
                case 200 -> new Answer.Taken(answer.as(Kept.class).addressVersion());
                case 400, 404, 409 -> new Answer.Refused();
                default -> throw answer.unexpected();
            };
        } catch (PeerSilent e) {
            LOG.warn("A client's confirmed address is not with intake-service yet, which answered {}; it will be tried"
                    + " again", e.code());
            return new Answer.Silent();
        }
    }
}
