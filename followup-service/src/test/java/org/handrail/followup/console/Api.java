package org.handrail.followup.console;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program at the API, with Basic. */
public final class Api {

    private final Browser browser;
    private final String authorization;

    public Api(RunningConsole console, String name) {
        this.browser = Browser.at(console);
        this.authorization = "Basic " + Base64.getEncoder().encodeToString(
                (name.toLowerCase(java.util.Locale.ROOT) + ":" + RunningConsole.PASSWORD).getBytes(StandardCharsets.UTF_8));
    }

    public HttpResponse<String> get(String path) {
        return browser.send(request(path).GET().build());
    }

    public HttpResponse<String> post(String path, String body, String... headers) {
        HttpRequest.Builder request = request(path).header("Content-Type", "application/json")
                .POST(body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        return browser.send((headers.length == 0 ? request : request.headers(headers)).build());
    }

    /** Any method, body and headers; what has no body sends none. */
    public HttpResponse<String> send(String method, String path, @Nullable String body, String... headers) {
        HttpRequest.Builder request = browser.request(path).header("Authorization", authorization)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        return browser.send((headers.length == 0 ? request : request.headers(headers)).build());
    }

    /** A body of unknown length. */
    public HttpResponse<String> chunked(String path, String body) {
        return browser.send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofInputStream(
                () -> new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)))).build());
    }

    private HttpRequest.Builder request(String path) {
        return browser.request(path).header("Authorization", authorization).header("Accept", "application/json");
    }

    public static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }
}
