package org.handrail.standalone.demo.door;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What came back from a door. */
public record Answer(int status, String body, List<String> cookies, Optional<String> location) {

    private static final JsonMapper JSON = new JsonMapper();

    static Answer of(HttpResponse<String> response) {
        return new Answer(response.statusCode(), response.body(), response.headers().allValues("set-cookie"),
                response.headers().firstValue("location"));
    }

    public boolean ok() {
        return status >= 200 && status < 300;
    }

    /** Missing when the body is not JSON. */
    public JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (JacksonException e) {
            return JSON.missingNode();
        }
    }

    /** This answer, when it is one that the story counts on. */
    public Answer expect(String what, int... statuses) {
        for (int wanted : statuses) {
            if (status == wanted) {
                return this;
            }
        }
        throw new IllegalStateException(what + " was answered with " + status + ": "
                + body.substring(0, Math.min(300, body.length())));
    }
}
