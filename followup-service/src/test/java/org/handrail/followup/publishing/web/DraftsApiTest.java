package org.handrail.followup.publishing.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.followup.console.Api.json;
import static org.handrail.followup.publishing.web.Editor.definition;
import static org.handrail.followup.publishing.web.Editor.etag;
import static org.handrail.followup.publishing.web.Editor.step;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.handrail.followup.OwnThreads;
import org.handrail.followup.console.Browser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class DraftsApiTest {

    final Editor ann = Editor.admin("Ann Admin");
    final Editor bob = Editor.admin("Bob Admin");
    final String id = Editor.newId();
    final ObjectNode first = definition("no-show", id);

    @Test
    void beginsADraftOfANewSchedule() {
        HttpResponse<String> made = ann.post("/drafts", first.toString());

        assertThat(made.statusCode()).isEqualTo(201);
        assertThat(made.headers().firstValue("Location")).hasValue("/api/v1/schedules/" + id + "/drafts/1");
        assertThat(etag(made)).isEqualTo("\"1\"");
        assertThat(json(made).has("base")).isFalse();
        assertThat(json(made).path("createdBy").path("name").asString()).isEqualTo("Ann Admin");
        HttpResponse<String> read = bob.get("/" + id + "/drafts/1");
        assertThat(read.body()).isEqualTo(made.body());
        assertThat(etag(read)).isEqualTo("\"1\"");
        assertThat(json(bob.get("/drafts"))).anyMatch(draft -> draft.path("scheduleId").asString().equals(id));
        assertThat(audited(ann)).contains("schedule.draft-made " + id + "/1");
    }

    @Test
    void aDraftOfAPublishedScheduleSaysInWordsWhatDiffers() {
        ObjectNode changed = definition("web-inquiry", "web-inquiry").put("title", "Web inquiry, shorter");
        JsonNode draft = json(ann.post("/drafts", changed.toString()));

        assertThat(draft.path("base").asInt()).isEqualTo(draft.path("published").asInt()).isPositive();
        assertThat(draft.path("changes")).hasSize(1).first().satisfies(change ->
                assertThat(change.path("text").asString()).contains("title: Web inquiry, shorter (was: Web inquiry)"));
        assertThat(draft.path("definition").path("title").asString()).isEqualTo("Web inquiry, shorter");
    }

    @Test
    void givesADefinitionAsYamlAndTakesItBack() {
        ann.post("/drafts", first.toString());
        HttpResponse<String> yaml = ann.get("/" + id + "/drafts/1/definition", "Accept", "application/yaml");

        assertThat(yaml.headers().firstValue("Content-Type")).hasValue("application/yaml");
        String edited = yaml.body().replaceFirst("title: .*", "title: Está bien");
        HttpResponse<String> changed = ann.send("PUT", "/" + id + "/drafts/1", edited,
                "Content-Type", "application/yaml", "If-Match", etag(yaml));

        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(json(changed).path("definition").path("title").asString()).isEqualTo("Está bien");
        assertThat(ann.get("/" + id + "/drafts/1/definition").body()).startsWith("{").contains("Está bien");
        assertThat(ann.get("/" + id + "/drafts/1/definition", "Accept", "application/json;q=0.5, text/yaml").body())
                .contains("title: \"Está bien\"");
        assertThat(ann.raw("GET", Editor.BASE + "/" + id + "/drafts/1/definition", null, "Accept", "image/png")
                .statusCode()).isEqualTo(406);
    }

    @Test
    void ofTwoAdminsWhoEditAtOnceTheSecondIsToldAndLosesNothing() {
        String seen = etag(ann.post("/drafts", first.toString()));
        String annsWords = first.put("title", "As Ann has it").toString();
        String bobsWords = first.put("title", "As Bob has it").toString();

        assertThat(ann.put("/" + id + "/drafts/1", annsWords, "If-Match", seen).statusCode()).isEqualTo(200);
        HttpResponse<String> second = bob.put("/" + id + "/drafts/1", bobsWords, "If-Match", seen);

        assertThat(second.statusCode()).isEqualTo(412);
        assertThat(json(second).path("type").asString()).isEqualTo("urn:handrail:problem:draft-changed");
        assertThat(json(second).path("detail").asString()).contains("Ann Admin", "2026-03-02T", "draft 2");
        assertThat(json(second).path("current").path("revision").asInt()).isEqualTo(2);
        assertThat(json(second).path("current").path("definition").path("title").asString()).isEqualTo("As Ann has it");
        assertThat(etag(second)).isEqualTo("\"2\"");
        String kept = json(second).path("kept").path("path").asString().replace(Editor.BASE, "");
        assertThat(json(bob.get(kept)).path("definition").path("title").asString()).isEqualTo("As Bob has it");
        assertThat(json(bob.get(kept)).path("createdBy").path("name").asString()).isEqualTo("Bob Admin");
        assertThat(json(ann.get("/" + id + "/drafts/1")).path("definition").path("title").asString())
                .isEqualTo("As Ann has it");

        HttpResponse<String> again = bob.put("/" + id + "/drafts/1", bobsWords, "If-Match", seen);
        assertThat(json(again).path("kept").path("number").asInt()).as("kept once").isEqualTo(2);
        assertThat(json(ann.get("/" + id + "/drafts"))).hasSize(2);
    }

    @Test
    void ofManyWhoSendInTheSameMomentOneIsInAndTheOthersAreKept() {
        String seen = etag(ann.post("/drafts", first.toString()));
        List<String> words = Stream.of("one", "two", "three", "four", "five").toList();

        List<HttpResponse<String>> answers = words.stream().map(title -> CompletableFuture.supplyAsync(() ->
                        bob.put("/" + id + "/drafts/1", definition("no-show", id).put("title", title).toString(),
                                "If-Match", seen), OwnThreads.EACH))
                .toList().stream().map(CompletableFuture::join).toList();

        assertThat(answers).extracting(HttpResponse::statusCode).containsExactlyInAnyOrder(200, 412, 412, 412, 412);
        assertThat(json(ann.get("/" + id + "/drafts"))).extracting(draft -> json(ann.get(
                        "/" + id + "/drafts/" + draft.path("number").asInt())).path("definition").path("title").asString())
                .containsExactlyInAnyOrderElementsOf(words);
    }

    @Test
    void sendingTheSameAgainIsNoFault() {
        String seen = etag(ann.post("/drafts", first.toString()));
        String words = first.put("title", "Once").toString();
        ann.put("/" + id + "/drafts/1", words, "If-Match", seen);

        HttpResponse<String> again = ann.put("/" + id + "/drafts/1", words, "If-Match", seen);

        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(etag(again)).isEqualTo("\"2\"");
        assertThat(ann.put("/" + id + "/drafts/1", words, "If-Match", "W/\"2\"").statusCode()).isEqualTo(200);
    }

    @Test
    void asksForTheRevisionOnEveryChange() {
        ann.post("/drafts", first.toString());

        assertThat(ann.put("/" + id + "/drafts/1", first.toString()).statusCode()).isEqualTo(428);
        assertThat(ann.put("/" + id + "/drafts/1", first.toString(), "If-Match", "*").statusCode()).isEqualTo(428);
        assertThat(ann.put("/" + id + "/drafts/1", first.toString(), "If-Match", "1").statusCode()).isEqualTo(400);
        assertThat(ann.delete("/" + id + "/drafts/1").statusCode()).isEqualTo(428);
        assertThat(ann.delete("/" + id + "/drafts/1", "If-Match", "\"7\"").statusCode()).isEqualTo(412);
    }

    @Test
    void aDiscardedDraftCanBeReadButNotChanged() {
        String seen = etag(ann.post("/drafts", first.toString()));

        assertThat(bob.delete("/" + id + "/drafts/1", "If-Match", seen).statusCode()).isEqualTo(204);
        assertThat(bob.delete("/" + id + "/drafts/1", "If-Match", seen).statusCode()).isEqualTo(204);

        assertThat(json(ann.get("/" + id + "/drafts/1")).path("state").asString()).isEqualTo("DISCARDED");
        assertThat(json(ann.get("/" + id + "/drafts"))).isEmpty();
        HttpResponse<String> late = ann.put("/" + id + "/drafts/1", first.put("title", "Late").toString(),
                "If-Match", seen);
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(json(late).path("detail").asString()).contains("discarded by Bob Admin", "draft 2");
        assertThat(json(ann.get("/" + id + "/drafts/2")).path("definition").path("title").asString()).isEqualTo("Late");
        assertThat(audited(bob)).containsOnlyOnce("schedule.draft-discarded " + id + "/1");
    }

    @Test
    void rebasesOnlyOnWhatIsPublished() {
        String seen = etag(ann.post("/drafts", first.toString()));

        HttpResponse<String> wrong = ann.put("/" + id + "/drafts/1?rebase=3", first.toString(), "If-Match", seen);

        assertThat(wrong.statusCode()).isEqualTo(409);
        assertThat(json(wrong).path("type").asString()).isEqualTo("urn:handrail:problem:other-version-published");
    }

    @Test
    void listsEveryFaultWithItsPlace() {
        step(first, 0).put("key", "No Such Key!");
        step(first, 1).putObject("offset").put("type", "ELAPSED").put("by", "-PT1H");
        first.putObject("anchor").put("event", "BIRTHDAY");
        HttpResponse<String> refused = ann.post("/drafts", first.toString());

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(json(refused).path("errors")).extracting(error -> error.path("field").asString())
                .contains("/anchor/event", "/steps/0/key");
        assertThat(json(ann.get("/" + id + "/drafts"))).isEmpty();

        HttpResponse<String> looked = ann.post("/validate", first.toString());
        assertThat(looked.statusCode()).isEqualTo(200);
        assertThat(json(looked).path("valid").asBoolean()).isFalse();
        assertThat(json(looked).path("errors")).isEqualTo(json(refused).path("errors"));
        assertThat(json(ann.post("/validate", definition("no-show", id).toString())).path("valid").asBoolean()).isTrue();
    }

    @Test
    void keepsToTheScheduleOfTheAddress() {
        String seen = etag(ann.post("/drafts", first.toString()));
        HttpResponse<String> moved = ann.put("/" + id + "/drafts/1", first.put("id", "elsewhere").toString(), "If-Match", seen);

        assertThat(moved.statusCode()).isEqualTo(422);
        assertThat(json(moved).path("errors").get(0).path("field").asString()).isEqualTo("/id");
        assertThat(ann.post("/drafts", first.put("id", "drafts").toString()).statusCode()).isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "null", "[]", "7", "\"text\"", "{}", "{\"id\":\"a\",\"id\":\"b\"}", "\u0000", "{\"a\u202e\":1}"})
    void refusesWhatIsNoDefinition(String body) {
        HttpResponse<String> refused = ann.post("/drafts", body);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(json(refused).path("errors")).isNotEmpty();
    }

    @Test
    void refusesDeepNesting() {
        assertThat(ann.post("/drafts", "[".repeat(100_000) + "]".repeat(100_000)).statusCode()).isEqualTo(422);
        assertThat(ann.send("POST", "/drafts", "[".repeat(100_000), "Content-Type", "application/yaml").statusCode())
                .isEqualTo(422);
    }

    @Test
    void refusesTenMegabytesWithoutReadingThem() {
        String large = " ".repeat(10 * 1024 * 1024);

        HttpResponse<String> announced = ann.post("/drafts", large);
        assertThat(announced.statusCode()).isEqualTo(413);
        assertThat(announced.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(ann.chunked("/drafts", large).statusCode()).isEqualTo(413);
    }

    @Test
    void saysOfADefinitionThatIsSomewhatTooLargeThatItIs() {
        HttpResponse<String> refused = ann.post("/drafts", first + " ".repeat(256 * 1024));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(json(refused).path("errors").get(0).path("message").asString()).contains("262144 bytes");
    }

    @ParameterizedTest
    @CsvSource({"POST,/drafts,text/plain", "POST,/drafts,application/x-www-form-urlencoded",
        "POST,/validate,application/xml", "PUT,/x/drafts/1,application/octet-stream"})
    void takesJsonAndYamlAlone(String method, String path, String type) {
        assertThat(ann.send(method, path, first.toString(), "Content-Type", type, "If-Match", "\"1\"").statusCode())
                .isEqualTo(415);
        assertThat(ann.send("POST", "/drafts", first.toString(), "Content-Type", "multipart/form-data").statusCode())
                .isEqualTo(400);
    }

    @Test
    void knowsNoDraftThatIsNotThere() {
        assertThat(ann.get("/" + id + "/drafts/1").statusCode()).isEqualTo(404);
        assertThat(ann.get("/" + id + "/drafts/1/definition").statusCode()).isEqualTo(404);
        assertThat(ann.put("/" + id + "/drafts/1", first.toString(), "If-Match", "\"1\"").statusCode()).isEqualTo(404);
        assertThat(ann.delete("/" + id + "/drafts/1", "If-Match", "\"1\"").statusCode()).isEqualTo(404);
        assertThat(ann.get("/" + id + "/drafts/one").statusCode()).isEqualTo(400);
        assertThat(json(ann.get("/" + id + "/drafts"))).isEmpty();
    }

    @Test
    void isForAdminsAlone() {
        Editor sue = Editor.staff("Sue Staff");
        ann.post("/drafts", first.toString());

        assertThat(sue.get("/drafts").statusCode()).isEqualTo(403);
        assertThat(sue.get("/" + id + "/drafts").statusCode()).isEqualTo(403);
        assertThat(sue.get("/" + id + "/drafts/1").statusCode()).isEqualTo(403);
        assertThat(sue.get("/" + id + "/drafts/1/definition").statusCode()).isEqualTo(403);
        assertThat(sue.post("/drafts", first.toString()).statusCode()).isEqualTo(403);
        assertThat(sue.post("/validate", first.toString()).statusCode()).isEqualTo(403);
        assertThat(sue.put("/" + id + "/drafts/1", first.toString(), "If-Match", "\"1\"").statusCode()).isEqualTo(403);
        assertThat(sue.delete("/" + id + "/drafts/1", "If-Match", "\"1\"").statusCode()).isEqualTo(403);
    }

    @Test
    void aBrowserNeedsTheTokenOfItsSession() {
        Browser browser = Browser.at(Editor.CONSOLE).signedIn("admin", "correct horse battery");

        assertThat(browser.send(browser.request("/api/v1/schedules/drafts").header("Content-Type", "application/json")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString(first.toString())).build()).statusCode())
                .isEqualTo(403);
        assertThat(browser.send(browser.request("/api/v1/schedules/drafts").GET().build()).statusCode()).isEqualTo(200);
        Browser nobody = Browser.at(Editor.CONSOLE);
        assertThat(nobody.send(nobody.request("/api/v1/schedules/drafts").GET().build()).statusCode()).isEqualTo(401);
    }

    static List<String> audited(Editor editor) {
        return Editor.DATABASE.jdbc().sql("select action || ' ' || subject from audit_log where account_id = ?"
                + " and subject is not null").param(editor.account).query(String.class).list();
    }
}
