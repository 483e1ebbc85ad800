package org.handrail.standalone.demo.door;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A member of staff at the console's JSON API. */
public final class FrontDesk {

    private static final JsonMapper JSON = new JsonMapper();

    private final Http http;
    private final String api;
    private final Map<String, String> signedIn;

    public FrontDesk(Http http, String consoleUrl, String name, String password) {
        this.http = http;
        this.api = consoleUrl + "/api/v1";
        this.signedIn = Map.of("Accept", "application/json", "Authorization", "Basic "
                + Base64.getEncoder().encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8)));
    }

    /** All pages of it. */
    public JsonNode tasks(String state) {
        var all = JSON.createArrayNode();
        String cursor = "";
        do {
            JsonNode page = get("/tasks?limit=200&state=" + state + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
            page.path("items").forEach(all::add);
            cursor = page.path("next").asString("");
        } while (!cursor.isEmpty());
        return all;
    }

    /** All pages of it. */
    public JsonNode timeline(UUID clientId) {
        var all = JSON.createArrayNode();
        String cursor = "";
        do {
            JsonNode page = get("/clients/" + clientId + "/timeline?limit=200"
                    + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
            page.path("items").forEach(all::add);
            cursor = page.path("next").asString("");
        } while (!cursor.isEmpty());
        return all;
    }

    /** Takes a task and says what came of it. */
    public Answer finish(UUID task, String outcome) {
        http.post(api + "/tasks/" + task + "/take", "application/json", "{}", signedIn).expect("taking a task", 200);
        return http.post(api + "/tasks/" + task + "/complete", "application/json",
                JSON.writeValueAsString(Map.of("outcome", outcome)), signedIn);
    }

    private JsonNode get(String path) {
        return http.get(api + path, signedIn).expect("GET " + path.replaceAll("\\?.*", ""), 200).json();
    }
}
