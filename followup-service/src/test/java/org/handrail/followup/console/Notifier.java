package org.handrail.followup.console;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The other end of the direct way of stops: real HTTP, answering as told. */
public final class Notifier implements AutoCloseable {

    public static final Instant IN_FORCE = Instant.parse("2026-03-02T17:00:01Z");

    /** Bodies of the requests that were answered 200. */
    public final List<String> stops = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private volatile boolean away;

    public Notifier() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/internal/stops", this::answer);
        server.createContext("/internal/clients/", this::replies);
        server.createContext("/internal/templates", this::somebodyWasFirst);
        server.start();
    }

    public String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    public void goAway() {
        away = true;
    }

    public void comeBack() {
        away = false;
    }

    private void replies(HttpExchange exchange) throws IOException {
        boolean allowed = "Bearer test-token".equals(exchange.getRequestHeaders().getFirst("Authorization"));
        byte[] answer = """
                [{"replyId":"x","at":"2026-03-02T17:00:00Z","urgent":true,"text":"Can I come <b>later</b>?"}]
                """.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(away ? 503 : allowed ? 200 : 401, away || !allowed ? -1 : answer.length);
        exchange.getResponseBody().write(away || !allowed ? new byte[0] : answer);
        exchange.close();
    }

    /** A desk at which somebody else always saved first. */
    private void somebodyWasFirst(HttpExchange exchange) throws IOException {
        byte[] answer = """
                {"type":"urn:handrail:problem:draft-changed","title":"Conflict","status":409,
                 "detail":"The draft is no longer the one that you saw.","draft":{"editor":"ana","revision":7}}
                """.getBytes(StandardCharsets.UTF_8);
        exchange.getRequestBody().readAllBytes();
        exchange.sendResponseHeaders(away ? 503 : 409, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        boolean allowed = "Bearer test-token".equals(exchange.getRequestHeaders().getFirst("Authorization"));
        int status = away ? 503 : allowed ? 200 : 401;
        byte[] answer = status == 200
                ? ("{\"stopId\":\"x\",\"inForceSince\":\"" + IN_FORCE + "\"}").getBytes(StandardCharsets.UTF_8) : new byte[0];
        if (status == 200) {
            stops.add(body);
        }
        exchange.sendResponseHeaders(status, answer.length == 0 ? -1 : answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
