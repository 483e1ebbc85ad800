package org.handrail.followup.publishing.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** The OpenAPI that is served describes all that admins can do with schedules. */
class DescriptionTest {

    static final String BASE = Editor.BASE;
    final JsonNode api = Editor.DESCRIPTION.api();

    @Test
    void namesEveryPath() {
        Set<String> described = new TreeSet<>();
        api.path("paths").properties().stream().filter(path -> path.getKey().startsWith(BASE)
                        && !path.getKey().endsWith("/what-if"))
                .forEach(path -> path.getValue().propertyNames()
                        .forEach(method -> described.add(method.toUpperCase(java.util.Locale.ROOT) + " "
                                + path.getKey().substring(BASE.length()))));

        assertThat(described).containsExactlyInAnyOrder("GET ", "GET /schema", "POST /validate", "GET /{id}",
                "GET /{id}/versions", "GET /{id}/versions/{version}", "GET /{id}/versions/{version}/definition",
                "GET /{id}/versions/{version}/changes", "POST /{id}/versions/{version}/drafts",
                "POST /{id}/versions/{version}/preview", "GET /{id}/versions/{version}/previews/{preview}",
                "GET /{id}/versions/{version}/previews/{preview}/people",
                "GET /{id}/versions/{version}/previews/{preview}/people/{enrolment}",
                "GET /drafts", "POST /drafts", "GET /{id}/drafts", "GET /{id}/drafts/{draft}", "PUT /{id}/drafts/{draft}",
                "DELETE /{id}/drafts/{draft}", "GET /{id}/drafts/{draft}/definition",
                "POST /{id}/drafts/{draft}/preview", "GET /{id}/drafts/{draft}/previews/{preview}",
                "GET /{id}/drafts/{draft}/previews/{preview}/people",
                "GET /{id}/drafts/{draft}/previews/{preview}/people/{enrolment}",
                "POST /{id}/drafts/{draft}/publish", "POST /{id}/drafts/{draft}/rebase", "POST /{id}/roll-back",
                "GET /{id}/moves", "GET /moves/{move}", "POST /moves/{move}/pause", "POST /moves/{move}/resume",
                "POST /moves/{move}/cancel");
    }

    @TestFactory
    Stream<DynamicTest> saysOfEachOperationWhatItAnswers() {
        return api.path("paths").properties().stream().filter(path -> path.getKey().startsWith(BASE))
                .flatMap(path -> path.getValue().properties().stream().map(operation -> DynamicTest.dynamicTest(
                        operation.getKey() + " " + path.getKey(), () -> described(operation.getValue()))));
    }

    private static void described(JsonNode operation) {
        JsonNode answers = operation.path("responses");
        assertThat(operation.path("summary").asString()).isNotEmpty();
        assertThat(operation.path("tags")).isNotEmpty();
        assertThat(answers.propertyNames()).contains("400", "401", "403").anyMatch(status -> status.startsWith("2"));
        answers.properties().forEach(answer -> {
            JsonNode content = answer.getValue().path("content");
            if (answer.getKey().compareTo("400") >= 0) {
                assertThat(content.path("application/problem+json").path("schema").path("$ref").asString())
                        .isEqualTo("#/components/schemas/Problem");
            } else if (!answer.getKey().equals("204")) {
                assertThat(content).isNotEmpty().allSatisfy(
                        media -> assertThat(media.path("schema")).as(answer.getKey()).isNotEmpty());
            }
        });
        operation.path("parameters").forEach(parameter ->
                assertThat(parameter.path("name").asString()).isNotIn("me", "response", "type", "accept", "Content-Type"));
    }

    @Test
    void everySchemaThatIsNamedIsThere() {
        List<String> named = new ArrayList<>();
        references(api, named);

        assertThat(named).isNotEmpty().allSatisfy(reference ->
                assertThat(api.at(reference.substring(1)).isObject()).as(reference).isTrue());
    }

    private static void references(JsonNode node, List<String> found) {
        if (node.has("$ref")) {
            found.add(node.path("$ref").asString());
        }
        node.forEach(each -> references(each, found));
    }

    @Test
    void saysWhatAnswersNeverLeaveOut() {
        JsonNode schemas = api.path("components").path("schemas");
        JsonNode draft = schemas.path("Draft");

        assertThat(schemas.propertyNames()).containsAll(AlwaysThere.ANSWERS.keySet());
        assertThat(draft.path("required")).extracting(JsonNode::asString)
                .contains("scheduleId", "number", "revision", "definition", "changes").doesNotContain("base", "published");
        assertThat(draft.path("properties").propertyNames())
                .containsAll(draft.path("required").valueStream().map(JsonNode::asString).toList());
    }

    @Test
    void changesOfDraftsAskForTheRevision() {
        for (String operation : List.of("put", "delete")) {
            JsonNode change = api.path("paths").path(BASE + "/{id}/drafts/{draft}").path(operation);
            assertThat(change.path("responses").propertyNames()).contains("404", "409", "412", "428");
            assertThat(change.path("parameters")).anyMatch(each -> each.path("name").asString().equals("If-Match"));
        }
    }
}
