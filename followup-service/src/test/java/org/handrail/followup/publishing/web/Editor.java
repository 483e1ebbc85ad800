package org.handrail.followup.publishing.web;

import java.net.http.HttpResponse;
import java.util.UUID;
import org.handrail.followup.FollowupDatabase;
import org.handrail.followup.console.Api;
import org.handrail.followup.console.People;
import org.handrail.followup.console.RunningConsole;
import org.handrail.followup.staff.StaffRole;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** An admin, or somebody else of the staff, who edits schedules over HTTP. */
final class Editor {

    /** Of its own: there are more admins here than elsewhere. */
    static final FollowupDatabase DATABASE = new FollowupDatabase();
    static final RunningConsole CONSOLE = new RunningConsole(DATABASE);
    static final Description DESCRIPTION = new Description(CONSOLE);
    static final String BASE = "/api/v1/schedules";

    final UUID account;
    private final Api api;

    private Editor(String name, StaffRole role) {
        account = new People(DATABASE).account(name, role);
        api = new Api(CONSOLE, name);
    }

    static Editor admin(String name) {
        return new Editor(name, StaffRole.ADMIN);
    }

    static Editor staff(String name) {
        return new Editor(name, StaffRole.STAFF);
    }

    HttpResponse<String> get(String path, String... headers) {
        return send("GET", path, null, headers);
    }

    HttpResponse<String> post(String path, @Nullable String json, String... headers) {
        return send("POST", path, json, with(headers, "Content-Type", "application/json"));
    }

    HttpResponse<String> put(String path, String json, String... headers) {
        return send("PUT", path, json, with(headers, "Content-Type", "application/json"));
    }

    HttpResponse<String> delete(String path, String... headers) {
        return send("DELETE", path, null, headers);
    }

    /** Every answer is one that the API's description knows. */
    HttpResponse<String> send(String method, String path, @Nullable String body, String... headers) {
        return DESCRIPTION.holds(method, BASE + path, api.send(method, BASE + path, body, headers));
    }

    /** Without saying how long it is. */
    HttpResponse<String> chunked(String path, String body) {
        return DESCRIPTION.holds("POST", BASE + path, api.chunked(BASE + path, body));
    }

    /** Outside of what is described. */
    HttpResponse<String> raw(String method, String path, @Nullable String body, String... headers) {
        return api.send(method, path, body, headers);
    }

    private static String[] with(String[] headers, String name, String value) {
        String[] all = java.util.Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = name;
        all[headers.length + 1] = value;
        return all;
    }

    static String etag(HttpResponse<?> answer) {
        return answer.headers().firstValue("ETag").orElseThrow();
    }

    /** A schedule that comes with Handrail, under another id. */
    static ObjectNode definition(String shipped, String id) {
        JsonNode read = JsonMapper.shared().readTree(
                Editor.class.getResourceAsStream("/schedules/" + shipped + ".json"));
        return ((ObjectNode) read).put("id", id);
    }

    static ObjectNode step(ObjectNode definition, int step) {
        return (ObjectNode) definition.path("steps").get(step);
    }

    static String newId() {
        return "s" + UUID.randomUUID().toString().substring(0, 13);
    }
}
