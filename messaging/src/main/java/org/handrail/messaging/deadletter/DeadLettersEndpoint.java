package org.handrail.messaging.deadletter;

import java.util.List;
import java.util.Map;
import org.handrail.contract.Topic;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;

/** {@code GET /deadletters} counts by topic and reason, {@code POST /deadletters} replays; on the management port. */
@Endpoint(id = "deadletters")
public final class DeadLettersEndpoint {

    private final DeadLetterReader deadLetters;

    public DeadLettersEndpoint(DeadLetterReader deadLetters) {
        this.deadLetters = deadLetters;
    }

    @ReadOperation
    public Map<String, Long> waiting() {
        return deadLetters.count();
    }

    /** @param topic for instance {@code intake.v1}; all topics when left out */
    @WriteOperation
    public Map<String, Integer> replay(@Nullable String topic) {
        return Map.of("replayed", deadLetters.replay(topics(topic)));
    }

    private static List<Topic> topics(@Nullable String name) {
        try {
            return name == null ? List.of(Topic.values()) : List.of(Topic.bySuffix(name));
        } catch (IllegalArgumentException e) {
            throw new InvalidEndpointRequestException("There is no topic of that name", "no such topic");
        }
    }
}
