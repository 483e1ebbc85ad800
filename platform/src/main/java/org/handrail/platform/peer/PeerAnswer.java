package org.handrail.platform.peer;

import java.time.DateTimeException;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a peer answered, whatever the status. */
public final class PeerAnswer {

    // a newer peer may tell more than this service knows
    private static final JsonMapper JSON =
            JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    private final int status;
    private final byte[] body;

    PeerAnswer(int status, byte[] body) {
        this.status = status;
        this.body = body;
    }

    public int status() {
        return status;
    }

    /** For a call that only one status answers. */
    public PeerAnswer expect(int wanted) throws PeerSilent {
        if (status != wanted) {
            throw unexpected();
        }
        return this;
    }

    /** For the statuses that a caller knows nothing to do about. */
    public PeerSilent unexpected() {
        return new PeerSilent("status-" + status);
    }

    /** @param reading may throw what parsers of times, numbers and names throw; that counts as no answer */
    public <T> T read(Function<JsonNode, T> reading) throws PeerSilent {
        try {
            return reading.apply(JSON.readTree(body));
        } catch (JacksonException | DateTimeException | IllegalArgumentException e) {
            throw new PeerSilent("answer-not-understood");
        }
    }

    public <T> T as(Class<T> type) throws PeerSilent {
        return read(node -> JSON.treeToValue(node, type));
    }
}
