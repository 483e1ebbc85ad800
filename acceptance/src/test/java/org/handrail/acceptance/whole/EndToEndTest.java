package org.handrail.acceptance.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.handrail.standalone.process.Door;
import org.handrail.standalone.process.Midday;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** {@code ./handrail up} as its owner knows it. */
class EndToEndTest {

    private static final int PEOPLE = 40;
    /** As many messages as there are connections may have been on their way when the process died. */
    private static final int CONNECTIONS = 8;
    private static final Duration IN_THE_END = Duration.ofSeconds(90);

    @TempDir
    private Path directory;

    @Test
    void losesNothingAndDoublesNothingOverAKillAndKeepsItOverARestart() throws Exception {
        Installation installation = new Installation(directory);
        Set<String> accepted = new TreeSet<>();

        try (ChildProcess first = installation.up()) {
            askAll(installation.door(), accepted, () -> killHalfway(first, accepted));
        }
        assertThat(accepted).hasSizeBetween(PEOPLE / 2, PEOPLE - 1);

        try (ChildProcess second = installation.up()) {
            // whoever got no answer asks again with the same key
            askAll(installation.door(), accepted, () -> { });
            assertThat(accepted).hasSize(PEOPLE);
            await().atMost(IN_THE_END).untilAsserted(() -> {
                assertThat(clientsWithACallBack(installation)).hasSize(PEOPLE);
                assertThat(mailed(installation).size() + unknown(installation))
                        .as("mails, and those of which nobody knows").isGreaterThanOrEqualTo(PEOPLE);
            });
            assertThat(mailed(installation).values()).as("mails to each").containsOnly(1);
            assertThat(unknown(installation)).isLessThanOrEqualTo(CONNECTIONS);
            second.stop();
        }

        try (ChildProcess third = installation.up()) {
            assertThat(clientsWithACallBack(installation)).hasSize(PEOPLE);
            assertThat(mailed(installation).size() + unknown(installation)).isGreaterThanOrEqualTo(PEOPLE);
            third.stop();
        }
    }

    private static void killHalfway(ChildProcess process, Set<String> accepted) {
        if (accepted.size() == PEOPLE / 2) {
            try {
                process.kill();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static void askAll(Door door, Set<String> accepted, Runnable afterEach) throws InterruptedException {
        Instant now = Clock.systemUTC().instant();
        String zone = Midday.zone(now);
        for (int i = 0; i < PEOPLE; i++) {
            String person = "person-" + i;
            try {
                boolean taken = door.post("/api/v1/consents", "consent-" + person,
                                Map.copyOf(consentOnce(person, zone))).accepted()
                        && door.post("/api/v1/inquiries", "inquiry-" + person, Door.inquiry(person, zone)).accepted();
                if (taken) {
                    accepted.add(person);
                }
            } catch (IOException e) {
                // killed: no answer, so nothing is known to be accepted
                continue;
            }
            afterEach.run();
        }
    }

    /** The same body for the same key, whenever it is sent. */
    private static Map<String, Object> consentOnce(String person, String zone) {
        return Door.consent(person, zone, Instant.parse("2026-01-05T12:00:00Z"));
    }

    private static Map<String, Integer> mailed(Installation installation) {
        Map<String, Integer> mailed = new HashMap<>();
        installation.mails().forEach(mail -> mail.path("recipients").forEach(
                recipient -> mailed.merge(recipient.asString(), 1, Integer::sum)));
        return mailed;
    }

    private static Set<String> clientsWithACallBack(Installation installation) {
        Set<String> clients = new TreeSet<>();
        for (JsonNode task : installation.tasks()) {
            if (task.path("kind").asString().equals("CALL_BACK")) {
                assertThat(clients.add(task.path("clientId").asString())).as("one call-back a client").isTrue();
            }
        }
        return clients;
    }

    private static long unknown(Installation installation) {
        long unknown = 0;
        for (JsonNode task : installation.tasks()) {
            unknown += task.path("title").asString().equals("task.delivery-unknown") ? 1 : 0;
        }
        return unknown;
    }
}
