package org.handrail.platform.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PeerTest {

    private static final Duration PATIENCE = Duration.ofMillis(600);

    private final List<String> asked = new ArrayList<>();
    private HttpServer server;
    private int status = 200;
    private String body = "";

    @BeforeEach
    void start() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("Authorization") + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            byte[] answer = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, answer.length == 0 ? -1 : answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void asksWithTheTokenAndReadsWhatComes() throws Exception {
        body = "{\"at\": \"2026-12-01T08:00:00Z\", \"more\": true}";

        Instant at = peer().post("/internal/x", Map.of("a", "é")).expect(200)
                .read(answer -> Instant.parse(answer.path("at").asString("")));

        assertThat(at).isEqualTo("2026-12-01T08:00:00Z");
        assertThat(peer().get("/internal/y?q=1").as(At.class)).isEqualTo(new At("2026-12-01T08:00:00Z"));
        assertThat(asked).containsExactly("POST /internal/x Bearer secret {\"a\":\"é\"}",
                "GET /internal/y?q=1 Bearer secret ");
    }

    @Test
    void leavesOtherStatusesToTheCaller() throws Exception {
        status = 404;

        PeerAnswer answer = peer().get("/internal/x");

        assertThat(answer.status()).isEqualTo(404);
        assertThatThrownBy(() -> answer.expect(200)).isInstanceOf(PeerSilent.class).hasMessage("status-404");
    }

    @Test
    void countsWhatItCannotReadAsNoAnswer() throws Exception {
        for (String nonsense : List.of("", "{", "[]", "{\"at\": \"soon\"}")) {
            body = nonsense;
            assertThatThrownBy(() -> peer().get("/").read(answer -> Instant.parse(answer.path("at").asString(""))))
                    .as(nonsense).isInstanceOf(PeerSilent.class).hasMessage("answer-not-understood");
        }
    }

    @Test
    void waitsNoLongerThanItsPatience() throws Exception {
        try (ServerSocket mute = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Peer peer = new Peer("http://localhost:" + mute.getLocalPort(), "secret", PATIENCE);

            assertThatThrownBy(() -> peer.get("/")).isInstanceOf(PeerSilent.class).hasMessageContaining("Timeout");
        }
    }

    private Peer peer() {
        return new Peer("http://localhost:" + server.getAddress().getPort() + "/", "secret", Duration.ofSeconds(10));
    }

    record At(String at) {
    }
}
