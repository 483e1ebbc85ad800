package org.handrail.followup.template.http;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.handrail.followup.template.DeskAway;
import org.handrail.followup.template.Refused;
import org.handrail.platform.peer.Peer;
import org.handrail.platform.peer.PeerAnswer;
import org.handrail.platform.peer.PeerSilent;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One call to notifier-service, with what it refuses told apart from silence. */
@Component
final class Desk {

    private static final Logger LOG = LoggerFactory.getLogger(Desk.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String KIND = "urn:handrail:problem:";

    private final Peer notifier;

    Desk(@Value("${handrail.notifier.url:http://localhost:${handrail.links.port:8082}}") String notifier,
            @Value("${handrail.internal.token:}") String token) {
        this.notifier = new Peer(notifier, token, PATIENCE);
    }

    @FunctionalInterface
    interface Call {
        PeerAnswer make(Peer peer) throws PeerSilent;
    }

    <T> T ask(Call call, Class<T> type) {
        try {
            return answered(call).as(type);
        } catch (PeerSilent e) {
            throw away(e);
        }
    }

    void tell(Call call) {
        try {
            answered(call);
        } catch (PeerSilent e) {
            throw away(e);
        }
    }

    private PeerAnswer answered(Call call) throws PeerSilent {
        PeerAnswer answer = call.make(notifier);
        if (answer.status() / 100 == 2) {
            return answer;
        }
        // 401 and 403 are between the services and nothing that an admin could mend
        if (answer.status() / 100 == 4 && answer.status() != 401 && answer.status() != 403) {
            throw answer.read(problem -> refused(answer.status(), problem));
        }
        throw answer.unexpected();
    }

    private static Refused refused(int status, @Nullable JsonNode problem) {
        Map<String, Object> members = new HashMap<>();
        if (problem != null) {
            problem.properties().forEach(member ->
                    members.put(member.getKey(), JsonMapper.shared().convertValue(member.getValue(), Object.class)));
        }
        members.values().removeIf(value -> value == null);
        String type = String.valueOf(members.getOrDefault("type", ""));
        return new Refused(status, type.startsWith(KIND) ? type.substring(KIND.length()) : "refused", members);
    }

    private static DeskAway away(PeerSilent silent) {
        LOG.warn("Mail templates can't be reached: notifier-service answered {}", silent.code());
        return new DeskAway(silent.code());
    }
}
