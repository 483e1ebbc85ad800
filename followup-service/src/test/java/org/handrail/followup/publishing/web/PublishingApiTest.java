package org.handrail.followup.publishing.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.handrail.followup.console.Api.json;
import static org.handrail.followup.publishing.web.Editor.definition;
import static org.handrail.followup.publishing.web.Editor.etag;
import static org.handrail.followup.publishing.web.Editor.step;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.handrail.followup.OwnThreads;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class PublishingApiTest {

    static final String EMAIL = "email-7-d";

    final PeopleInSchedules people = new PeopleInSchedules(Editor.DATABASE);
    final Editor ann = Editor.admin("Ann Admin");
    final Editor bob = Editor.admin("Bob Admin");
    final Editor sue = Editor.staff("Sue Staff");
    final String id = Editor.newId();
    final String first = definition("no-show", id).toString();
    List<UUID> enrolled;

    @BeforeEach
    void someAreEnrolled() {
        people.published(id, 1, first);
        enrolled = people.enrolled(first, 1, 5);
    }

    /** The last email two days later. */
    String later() {
        ObjectNode definition = definition("no-show", id);
        step(definition, 4).putObject("offset").put("type", "ELAPSED").put("by", "P9D");
        return definition.toString();
    }

    HttpResponse<String> draft(String definition) {
        HttpResponse<String> made = ann.post("/drafts", definition);
        assertThat(made.statusCode()).isEqualTo(201);
        return made;
    }

    JsonNode preview(String choice) {
        HttpResponse<String> answer = ann.post("/" + id + "/drafts/1/preview", choice);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer);
    }

    static String order(String mode, String more) {
        return "{\"mode\":\"" + mode + "\",\"why\":\"two days were too few\"" + more + "}";
    }

    static String seen(JsonNode preview) {
        return ",\"preview\":\"" + preview.path("id").asString() + "\"";
    }

    JsonNode whenDone(String move) {
        await().atMost(Duration.ofSeconds(20)).until(() ->
                json(ann.get("/moves/" + move)).path("state").asString().equals("DONE"));
        return json(ann.get("/moves/" + move));
    }

    @Test
    void doesToEverybodyWhatThePreviewSaid() {
        String tag = etag(draft(later()));
        JsonNode preview = preview("{\"mode\":\"MOVE\"}");

        assertThat(preview.path("counts").path("enrolled").asInt()).isEqualTo(5);
        assertThat(preview.path("counts").path("effects").path("MOVES").path("people").asInt()).isEqualTo(5);
        assertThat(preview.path("counts").path("earliestShift").asString()).isEqualTo("PT48H");
        assertThat(preview.path("text")).extracting(JsonNode::asString)
                .contains("Of 5, 5 steps would move, 2 d later.");
        assertThat(ann.get("/" + id + "/drafts/1/previews/" + preview.path("id").asString()).body())
                .isEqualTo(preview.toString());

        HttpResponse<String> published = ann.post("/" + id + "/drafts/1/publish", order("MOVE", seen(preview)), "If-Match", tag);
        assertThat(published.statusCode()).as(published.body()).isEqualTo(200);
        assertThat(json(published).path("version").asInt()).isEqualTo(2);
        assertThat(json(published).path("differences")).isEmpty();
        JsonNode move = whenDone(json(published).path("move").asString());

        assertThat(move.path("outcome")).isEqualTo(preview.path("counts")).isEqualTo(move.path("expected"));
        assertThat(move.path("differences")).isEmpty();
        assertThat(move.path("lookedAt").asInt()).isEqualTo(5);
        assertThat(enrolled).allSatisfy(each -> {
            assertThat(people.versionOf(each)).isEqualTo(2);
            assertThat(people.dueAt(each, EMAIL)).isEqualTo(PeopleInSchedules.ANCHOR.plus(Duration.ofDays(9)));
        });
    }

    @Test
    void tellsWhoPublishedWhatAndWhyAndEndsTheDraft() {
        String tag = etag(draft(later()));
        ann.post("/" + id + "/drafts/1/publish", order("KEEP", ""), "If-Match", tag);

        JsonNode newest = json(sue.get("/" + id + "/versions")).get(0);
        assertThat(newest.path("version").asInt()).isEqualTo(2);
        assertThat(newest.path("why").asString()).isEqualTo("two days were too few");
        assertThat(newest.path("publishedBy").path("name").asString()).isEqualTo("Ann Admin");
        assertThat(json(sue.get("/" + id + "/versions")).get(1).path("enrolled").asInt()).isEqualTo(5);
        assertThat(json(ann.get("/" + id + "/drafts/1")).path("state").asString()).isEqualTo("PUBLISHED");
        assertThat(DraftsApiTest.audited(ann)).contains("schedule.published " + id + "/1");
        assertThat(enrolled).allSatisfy(each -> assertThat(people.versionOf(each)).isEqualTo(1));
        HttpResponse<String> again = ann.post("/" + id + "/drafts/1/publish", order("KEEP", ""), "If-Match", tag);
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(json(again).path("type").asString()).isEqualTo("urn:handrail:problem:draft-published");
    }

    @Test
    void publishesASchedulesFirstVersion() {
        String fresh = Editor.newId();
        HttpResponse<String> made = ann.post("/drafts", definition("no-show", fresh).toString());
        HttpResponse<String> published = ann.post("/" + fresh + "/drafts/1/publish", order("KEEP", ""), "If-Match", etag(made));

        assertThat(json(published).path("version").asInt()).isEqualTo(1);
        assertThat(json(sue.get("/" + fresh)).path("version").asInt()).isEqualTo(1);
        assertThat(json(sue.get("/" + fresh + "/versions/1/definition")).path("id").asString()).isEqualTo(fresh);
    }

    @Test
    void listsAnyOfThoseWhomItMeetsAndShowsOneSideBySide() {
        draft(later());
        JsonNode preview = preview("{\"mode\":\"MOVE\"}");
        String path = "/" + id + "/drafts/1/previews/" + preview.path("id").asString() + "/people";

        List<String> listed = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = json(ann.get(path + "?effect=MOVES&size=2" + after));
            page.path("items").forEach(item -> listed.add(item.path("enrolmentId").asString()));
            after = page.has("next") ? "&after=" + page.path("next").asString() : "";
        } while (!after.isEmpty());
        assertThat(listed).containsExactlyInAnyOrderElementsOf(enrolled.stream().map(UUID::toString).toList());
        assertThat(json(ann.get(path + "?effect=DROPPED")).path("items")).isEmpty();
        assertThat(json(ann.get(path)).path("items")).hasSize(5);

        JsonNode both = json(ann.get(path + "/" + enrolled.get(0)));
        assertThat(both.path("timeline")).hasSize(5);
        assertThat(both.path("timeline")).filteredOn(row -> row.path("step").asString().equals(EMAIL)).singleElement()
                .satisfies(row -> {
                    assertThat(row.path("effect").asString()).isEqualTo("MOVES");
                    assertThat(Instant.parse(row.path("now").path("at").asString()))
                            .isEqualTo(PeopleInSchedules.ANCHOR.plus(Duration.ofDays(7)));
                    assertThat(Instant.parse(row.path("then").path("at").asString()))
                            .isEqualTo(PeopleInSchedules.ANCHOR.plus(Duration.ofDays(9)));
                });
        assertThat(both.path("timeline")).filteredOn(row -> !row.has("effect")).hasSize(4)
                .allSatisfy(row -> assertThat(row.path("now")).isEqualTo(row.path("then")));
        assertThat(Editor.DATABASE.jdbc().sql("select action from audit_log where account_id = ? and client_id = ?")
                .params(ann.account, people.clientOf(enrolled.get(0))).query(String.class).list())
                .containsExactly("client.listed", "schedule.person-previewed");
    }

    @Test
    void movesOnlyThoseForWhomAStepIsStillAhead() {
        draft(later());
        JsonNode preview = preview("{\"mode\":\"MOVE_BEFORE\",\"step\":\"email-2-h\"}");

        assertThat(preview.path("counts").path("stay").path("PAST_THE_STEP").asInt()).isEqualTo(5);
        assertThat(preview.path("text")).extracting(JsonNode::asString)
                .contains("5 stay with their version: the step email-2-h is no longer ahead of them.");
        assertThat(json(ann.get("/" + id + "/drafts/1/previews/" + preview.path("id").asString() + "/people?effect=STAYS"))
                .path("items")).hasSize(5);
        assertThat(json(ann.get("/" + id + "/drafts/1/previews/" + preview.path("id").asString() + "/people?effect=UNCHANGED"))
                .path("items")).isEmpty();
    }

    @Test
    void tellsWhatHasChangedSinceThePreviewAndPublishesNothing() {
        String tag = etag(draft(later()));
        JsonNode preview = preview("{\"mode\":\"MOVE\"}");
        people.ends(enrolled.get(0));

        HttpResponse<String> refused = ann.post("/" + id + "/drafts/1/publish", order("MOVE", seen(preview)), "If-Match", tag);

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(json(refused).path("type").asString()).isEqualTo("urn:handrail:problem:changed-since-preview");
        assertThat(json(refused).path("differences")).anySatisfy(each -> {
            assertThat(each.path("what").asString()).isEqualTo("enrolled");
            assertThat(each.path("then").asString()).isEqualTo("5");
            assertThat(each.path("now").asString()).isEqualTo("4");
        });
        assertThat(json(sue.get("/" + id)).path("version").asInt()).isEqualTo(1);
        assertThat(json(ann.get("/" + id + "/drafts/1")).path("state").asString()).isEqualTo("OPEN");

        HttpResponse<String> published = ann.post("/" + id + "/drafts/1/publish",
                order("MOVE", seen(json(refused).path("preview"))), "If-Match", tag);
        assertThat(published.statusCode()).isEqualTo(200);
    }

    @Test
    void publishesWithChangesWhenTheyAreAccepted() {
        String tag = etag(draft(later()));
        JsonNode preview = preview("{\"mode\":\"MOVE\"}");
        people.ends(enrolled.get(0));

        HttpResponse<String> published = ann.post("/" + id + "/drafts/1/publish",
                order("MOVE", seen(preview) + ",\"acceptChanges\":true"), "If-Match", tag);

        assertThat(published.statusCode()).isEqualTo(200);
        assertThat(json(published).path("differences")).isNotEmpty();
        assertThat(json(published).path("preview").path("counts").path("enrolled").asInt()).isEqualTo(4);
    }

    @Test
    void refusesThePreviewOfSomethingElse() {
        String tag = etag(draft(later()));
        JsonNode keep = preview("{\"mode\":\"KEEP\"}");

        for (String other : List.of(seen(keep), ",\"preview\":\"" + UUID.randomUUID() + "\"")) {
            HttpResponse<String> refused = ann.post("/" + id + "/drafts/1/publish", order("MOVE", other), "If-Match", tag);
            assertThat(refused.statusCode()).isEqualTo(409);
            assertThat(json(refused).path("type").asString()).isEqualTo("urn:handrail:problem:other-preview");
        }
    }

    @Test
    void ofTwoWhoPublishTheSecondIsToldWhatTheFirstChanged() {
        String anns = etag(draft(later()));
        ObjectNode bobs = definition("no-show", id).put("title", "No-show, as Bob has it");
        String tag = etag(bob.post("/drafts", bobs.toString()));
        ann.post("/" + id + "/drafts/1/publish", order("KEEP", ""), "If-Match", anns);

        HttpResponse<String> refused = bob.post("/" + id + "/drafts/2/publish", order("KEEP", ""), "If-Match", tag);

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(json(refused).path("type").asString()).isEqualTo("urn:handrail:problem:other-version-published");
        assertThat(json(refused).path("published").path("publishedBy").path("name").asString()).isEqualTo("Ann Admin");
        assertThat(json(refused).path("published").path("why").asString()).isEqualTo("two days were too few");
        assertThat(json(refused).path("changes")).singleElement().satisfies(
                change -> assertThat(change.path("step").asString()).isEqualTo(EMAIL));
        assertThat(json(bob.get("/" + id + "/drafts/2")).path("published").asInt()).isEqualTo(2);

        step(bobs, 4).putObject("offset").put("type", "ELAPSED").put("by", "P9D");
        tag = etag(bob.put("/" + id + "/drafts/2?rebase=2", bobs.toString(), "If-Match", tag));
        assertThat(bob.post("/" + id + "/drafts/2/publish", order("KEEP", ""), "If-Match", tag).statusCode()).isEqualTo(200);
    }

    @Test
    void ofManyWhoPublishOneDraftInTheSameMomentOneDoes() {
        String tag = etag(draft(later()));
        List<HttpResponse<String>> answers = Stream.of(ann, bob, ann, bob).map(who -> CompletableFuture.supplyAsync(() ->
                        who.post("/" + id + "/drafts/1/publish", order("MOVE", ",\"acceptChanges\":true"), "If-Match", tag), OwnThreads.EACH))
                .toList().stream().map(CompletableFuture::join).toList();

        assertThat(answers).extracting(HttpResponse::statusCode).containsExactlyInAnyOrder(200, 409, 409, 409);
        assertThat(json(sue.get("/" + id + "/versions"))).hasSize(2);
    }

    @Test
    void rollsBackInOneGo() {
        String tag = etag(draft(later()));
        String move = json(ann.post("/" + id + "/drafts/1/publish", order("MOVE", ",\"acceptChanges\":true"), "If-Match", tag))
                .path("move").asString();
        whenDone(move);

        HttpResponse<String> wrong = bob.post("/" + id + "/roll-back", order("MOVE", ",\"to\":1,\"from\":1"));
        assertThat(wrong.statusCode()).isEqualTo(409);
        assertThat(json(wrong).path("published").path("version").asInt()).isEqualTo(2);
        JsonNode preview = json(bob.post("/" + id + "/versions/1/preview", "{\"mode\":\"MOVE\"}"));
        assertThat(preview.path("version").asInt()).isEqualTo(1);
        assertThat(preview.path("counts").path("latestShift").asString()).isEqualTo("PT-48H");
        String people = "/" + id + "/versions/1/previews/" + preview.path("id").asString() + "/people";
        assertThat(bob.get(people.replace("/people", "")).body()).isEqualTo(preview.toString());
        assertThat(json(bob.get(people + "?effect=MOVES")).path("items")).hasSize(5);
        assertThat(json(bob.get(people + "/" + enrolled.get(0))).path("timeline")).hasSize(5);
        HttpResponse<String> back = bob.post("/" + id + "/roll-back", order("MOVE", ",\"to\":1,\"from\":2" + seen(preview)));

        assertThat(back.statusCode()).as(back.body()).isEqualTo(200);
        assertThat(json(back).path("version").asInt()).isEqualTo(3);
        whenDone(json(back).path("move").asString());
        assertThat(enrolled).allSatisfy(each -> assertThat(this.people.dueAt(each, EMAIL))
                .isEqualTo(PeopleInSchedules.ANCHOR.plus(Duration.ofDays(7))));
        JsonNode newest = json(sue.get("/" + id + "/versions")).get(0);
        assertThat(newest.path("rollsBackTo").asInt()).isEqualTo(1);
        assertThat(newest.path("publishedBy").path("name").asString()).isEqualTo("Bob Admin");
        assertThat(json(sue.get("/" + id + "/versions/1/changes?to=3"))).isEmpty();
        assertThat(DraftsApiTest.audited(bob)).contains("schedule.rolled-back " + id + "/1");
    }

    @Test
    void rollsBackToNothingThatIsNotThere() {
        assertThat(ann.post("/" + id + "/roll-back", order("KEEP", ",\"to\":1")).statusCode()).isEqualTo(409);
        assertThat(ann.post("/" + id + "/roll-back", order("KEEP", ",\"to\":9")).statusCode()).isEqualTo(404);
        assertThat(ann.post("/nothing/roll-back", order("KEEP", ",\"to\":1")).statusCode()).isEqualTo(404);
        assertThat(ann.post("/" + id + "/roll-back", order("KEEP", "")).statusCode()).isEqualTo(400);
    }

    @Test
    void movesNobodyToAScheduleThatCountsFromAnotherFact() {
        ObjectNode other = definition("cancelled", id);
        draft(other.toString());

        HttpResponse<String> refused = ann.post("/" + id + "/drafts/1/preview", "{\"mode\":\"MOVE\"}");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(json(refused).path("errors").get(0).path("message").asString()).contains("another fact");
        JsonNode keep = preview("{\"mode\":\"KEEP\"}");
        assertThat(keep.has("counts")).isFalse();
        assertThat(keep.path("text")).singleElement().satisfies(
                text -> assertThat(text.asString()).isEqualTo("Everybody enrolled stays with their version."));
        assertThat(json(ann.get("/" + id + "/drafts/1/previews/" + keep.path("id").asString() + "/people?effect=STAYS"))
                .path("items")).hasSize(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"mode\":\"SOME\",\"why\":\"x\"}", "{\"mode\":\"KEEP\"}", "{\"mode\":\"KEEP\",\"why\":\"  \"}",
        "{\"mode\":\"KEEP\",\"why\":7}", "{\"mode\":\"KEEP\",\"why\":\"a\\u0000b\"}", "{\"mode\":\"KEEP\",\"why\":\"a\\nb\"}",
        "{\"mode\":\"KEEP\",\"why\":\"a\\u202eb\"}", "{\"mode\":\"KEEP\",\"why\":\"x\",\"more\":1}",
        "{\"mode\":\"KEEP\",\"step\":\"email-7-d\",\"why\":\"x\"}", "{\"mode\":\"MOVE_BEFORE\",\"why\":\"x\",\"acceptChanges\":true}",
        "{\"mode\":\"MOVE_BEFORE\",\"step\":\"none\",\"why\":\"x\",\"acceptChanges\":true}", "{\"mode\":\"MOVE\",\"why\":\"x\"}",
        "{\"mode\":\"MOVE\",\"why\":\"x\",\"preview\":\"mine\"}", "[]", "null", ""})
    void refusesAnOrderThatMakesNoSense(String body) {
        String tag = etag(draft(later()));

        assertThat(ann.post("/" + id + "/drafts/1/publish", body, "If-Match", tag).statusCode()).isEqualTo(400);
        assertThat(json(ann.get("/" + id + "/drafts/1")).path("state").asString()).isEqualTo("OPEN");
    }

    @Test
    void takesAReasonOfAThousandCharactersWhateverTheirSize() {
        String tag = etag(draft(later()));
        ObjectNode order = JsonMapper.shared().createObjectNode().put("mode", "KEEP");

        assertThat(ann.post("/" + id + "/drafts/1/publish", order.put("why", "🦊".repeat(1001)).toString(), "If-Match", tag)
                .statusCode()).isEqualTo(400);
        assertThat(ann.post("/" + id + "/drafts/1/publish", order.put("why", "🦊".repeat(1000)).toString(), "If-Match", tag)
                .statusCode()).isEqualTo(200);
        assertThat(json(sue.get("/" + id + "/versions")).get(0).path("why").asString()).isEqualTo("🦊".repeat(1000));
    }

    @Test
    void asksForTheRevisionThatWasSeen() {
        String tag = etag(draft(later()));
        bob.put("/" + id + "/drafts/1", definition("no-show", id).put("title", "Bob was first").toString(), "If-Match", tag);

        assertThat(ann.post("/" + id + "/drafts/1/publish", order("KEEP", "")).statusCode()).isEqualTo(428);
        HttpResponse<String> refused = ann.post("/" + id + "/drafts/1/publish", order("KEEP", ""), "If-Match", tag);
        assertThat(refused.statusCode()).isEqualTo(412);
        assertThat(json(refused).path("current").path("changedBy").path("name").asString()).isEqualTo("Bob Admin");
        assertThat(json(refused).has("kept")).isFalse();
    }

    @Test
    void aPreviewOfAnEarlierRevisionShowsNobody() {
        String tag = etag(draft(later()));
        JsonNode preview = preview("{\"mode\":\"MOVE\"}");
        ann.put("/" + id + "/drafts/1", first, "If-Match", tag);

        assertThat(ann.get("/" + id + "/drafts/1/previews/" + preview.path("id").asString() + "/people").statusCode())
                .isEqualTo(409);
    }

    @Test
    void knowsNothingThatIsNotThere() {
        draft(later());
        JsonNode preview = preview("{\"mode\":\"MOVE\"}");
        String mine = "/" + id + "/drafts/1/previews/" + preview.path("id").asString();
        String none = "/" + id + "/drafts/1/previews/" + UUID.randomUUID();

        assertThat(ann.post("/" + id + "/drafts/9/preview", "{\"mode\":\"MOVE\"}").statusCode()).isEqualTo(404);
        assertThat(ann.post("/" + id + "/versions/9/preview", "{\"mode\":\"MOVE\"}").statusCode()).isEqualTo(404);
        assertThat(ann.post("/" + id + "/drafts/9/publish", order("KEEP", ""), "If-Match", "\"1\"").statusCode()).isEqualTo(404);
        assertThat(ann.get(none).statusCode()).isEqualTo(404);
        assertThat(ann.get(none + "/people").statusCode()).isEqualTo(404);
        assertThat(ann.get(mine + "/people/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
        assertThat(ann.get(mine.replace("drafts", "versions") + "/people").statusCode()).isEqualTo(404);
        assertThat(ann.get(mine + "/people?effect=WHATEVER").statusCode()).isEqualTo(400);
        assertThat(ann.get(mine + "/people?size=0").statusCode()).isEqualTo(400);
        assertThat(ann.get(mine + "/people?size=201").statusCode()).isEqualTo(400);
        assertThat(ann.get(mine + "/people?after=x").statusCode()).isEqualTo(400);
        assertThat(ann.get(mine + "/people/somebody").statusCode()).isEqualTo(400);
    }

    @Test
    void isForAdminsAlone() {
        String tag = etag(draft(later()));
        String people = "/" + id + "/drafts/1/previews/" + preview("{\"mode\":\"MOVE\"}").path("id").asString();

        assertThat(Stream.of(
                sue.post("/" + id + "/drafts/1/preview", "{\"mode\":\"MOVE\"}"),
                sue.post("/" + id + "/versions/1/preview", "{\"mode\":\"MOVE\"}"),
                sue.get(people), sue.get(people.replace("drafts", "versions")), sue.get(people + "/people"), sue.get(people + "/people/" + enrolled.get(0)),
                sue.get(people.replace("drafts", "versions") + "/people"),
                sue.get(people.replace("drafts", "versions") + "/people/" + enrolled.get(0)),
                sue.post("/" + id + "/drafts/1/publish", order("KEEP", ""), "If-Match", tag),
                sue.post("/" + id + "/roll-back", order("KEEP", ",\"to\":1"))))
                .extracting(HttpResponse::statusCode).containsOnly(403);
    }
}
