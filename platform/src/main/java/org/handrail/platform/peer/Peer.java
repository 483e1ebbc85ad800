package org.handrail.platform.peer;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import tools.jackson.databind.json.JsonMapper;

/**
 * Another of the services, spoken to in JSON on its internal paths. Each call is made once, never again by itself.
 * Thread-safe.
 */
public final class Peer {

    private static final Duration LONGEST_CONNECT = Duration.ofSeconds(2);

    private final String base;
    private final String token;
    private final Duration patience;
    private final HttpClient http;

    /**
     * @param base     address as other services reach it
     * @param token    the internal token
     * @param patience for one whole answer; a third of it, and at most two seconds, for the connection
     */
    public Peer(String base, String token, Duration patience) {
        this.base = base.replaceFirst("/+$", "");
        this.token = token;
        this.patience = patience;
        Duration third = patience.dividedBy(3);
        this.http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(third.compareTo(LONGEST_CONNECT) < 0 ? third : LONGEST_CONNECT).build();
    }

    /** @param path from the root, encoded */
    public PeerAnswer get(String path) throws PeerSilent {
        return call("GET", path, BodyPublishers.noBody());
    }

    /** @param body anything that Jackson writes */
    public PeerAnswer post(String path, Object body) throws PeerSilent {
        return call("POST", path, json(body));
    }

    public PeerAnswer put(String path, Object body) throws PeerSilent {
        return call("PUT", path, json(body));
    }

    public PeerAnswer delete(String path) throws PeerSilent {
        return call("DELETE", path, BodyPublishers.noBody());
    }

    private static BodyPublisher json(Object body) {
        return BodyPublishers.ofByteArray(JsonMapper.shared().writeValueAsBytes(body));
    }

    private PeerAnswer call(String method, String path, BodyPublisher body) throws PeerSilent {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(patience)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, application/problem+json")
                .method(method, body)
                .build();
        try {
            HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
            return new PeerAnswer(response.statusCode(), response.body());
        } catch (IOException e) {
            throw new PeerSilent(e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PeerSilent("interrupted");
        }
    }
}
