package org.handrail.followup.publishing.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.net.http.HttpResponse;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.handrail.followup.console.Api;
import org.handrail.followup.console.Browser;
import org.handrail.followup.console.RunningConsole;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The API as its own OpenAPI describes it; every answer that a test gets is held against that. */
final class Description {

    private static final Set<String> LITERALS = Set.of("drafts", "moves", "schema", "validate");

    private final JsonNode api;
    private final SchemaRegistry schemas = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    final Set<String> seen = new ConcurrentSkipListSet<>();

    Description(RunningConsole console) {
        Browser anybody = Browser.at(console);
        api = Api.json(anybody.send(anybody.request("/openapi.json").build()));
    }

    JsonNode api() {
        return api;
    }

    HttpResponse<String> holds(String method, String path, HttpResponse<String> answer) {
        String template = template(path.replaceFirst("\\?.*", ""));
        JsonNode operation = api.path("paths").path(template).path(method.toLowerCase(java.util.Locale.ROOT));
        assertThat(operation.isObject()).as("%s %s is described", method, template).isTrue();
        JsonNode described = operation.path("responses").path(String.valueOf(answer.statusCode()));
        assertThat(described.isObject())
                .as("%s %s answers %s: %s", method, template, answer.statusCode(), answer.body()).isTrue();
        seen.add(method + " " + template + " " + answer.statusCode());
        if (!answer.body().isEmpty()) {
            body(method + " " + template + " " + answer.statusCode(), described.path("content"), answer);
        }
        return answer;
    }

    private void body(String what, JsonNode content, HttpResponse<String> answer) {
        String type = answer.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", "");
        JsonNode media = content.has(type) ? content.path(type) : content.path("*/*");
        assertThat(media.isObject()).as("%s as %s is described", what, type).isTrue();
        if (type.endsWith("json")) {
            ObjectNode schema = JsonMapper.shared().createObjectNode();
            schema.set("components", api.path("components"));
            schema.set("allOf", JsonMapper.shared().createArrayNode().add(media.path("schema")));
            assertThat(media.path("schema").isEmpty()).as("%s has a schema", what).isFalse();
            assertThat(schemas.getSchema(schema).validate(Api.json(answer))).as("%s: %s", what, answer.body()).isEmpty();
        }
    }

    /** The described path that this one is of; words before parameters. */
    private String template(String path) {
        String[] parts = path.split("/");
        return api.path("paths").propertyNames().stream()
                .filter(template -> fits(template.split("/"), parts))
                .max(java.util.Comparator.comparingLong(Description::words))
                .orElseThrow(() -> new AssertionError(path + " is not described"));
    }

    private static long words(String template) {
        return java.util.stream.Stream.of(template.split("/")).filter(part -> !part.startsWith("{")).count();
    }

    private static boolean fits(String[] template, String[] path) {
        if (template.length != path.length) {
            return false;
        }
        for (int i = 0; i < path.length; i++) {
            if (!template[i].equals(path[i])
                    && (!template[i].startsWith("{") || i == 4 && LITERALS.contains(path[i]))) {
                return false;
            }
        }
        return true;
    }
}
