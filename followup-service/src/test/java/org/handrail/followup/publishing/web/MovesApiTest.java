package org.handrail.followup.publishing.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.handrail.followup.console.Api.json;
import static org.handrail.followup.publishing.web.Editor.definition;
import static org.handrail.followup.publishing.web.Editor.etag;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.handrail.followup.console.ConsoleOnly;
import org.handrail.followup.publishing.Choice;
import org.handrail.followup.publishing.Counts;
import org.handrail.followup.publishing.Move;
import org.handrail.followup.publishing.Moves;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class MovesApiTest {

    final PeopleInSchedules people = new PeopleInSchedules(Editor.DATABASE);
    final Editor ann = Editor.admin("Ann Admin");
    final Editor sue = Editor.staff("Sue Staff");
    final String id = Editor.newId();
    final String definition = definition("no-show", id).toString();
    List<UUID> enrolled;
    UUID move;

    /** To a second version that says the same, so that everybody comes under it unchanged. */
    @BeforeEach
    void aMoveIsPaused() {
        people.published(id, 1, definition);
        enrolled = people.enrolled(definition, 1, 3);
        people.published(id, 2, definition);
        Move begun = Move.begun(id, 2, Choice.MOVE, ConsoleOnly.NOON, ann.account, Counts.NONE)
                .in(Move.State.PAUSED, ConsoleOnly.NOON);
        Editor.DATABASE.inTransaction(() -> Editor.CONSOLE.part(Moves.class).add(begun));
        move = begun.id();
    }

    String state(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer).path("state").asString();
    }

    @Test
    void tellsHowFarItIs() {
        JsonNode seen = json(ann.get("/moves/" + move));

        assertThat(seen.path("state").asString()).isEqualTo("PAUSED");
        assertThat(seen.path("version").asInt()).isEqualTo(2);
        assertThat(seen.path("askedBy").path("name").asString()).isEqualTo("Ann Admin");
        assertThat(json(ann.get("/" + id + "/moves"))).containsExactly(seen);
        assertThat(json(ann.get("/" + id)).path("move")).isEqualTo(seen);
        assertThat(json(sue.get("/" + id)).has("move")).isFalse();
        assertThat(json(sue.get(""))).filteredOn(each -> each.path("id").asString().equals(id)).singleElement()
                .satisfies(each -> assertThat(each.path("moveUnderWay").asBoolean()).isTrue());
    }

    @Test
    void goesOnWhereItStoodWhenItIsResumed() {
        assertThat(state(ann.post("/moves/" + move + "/pause", null))).isEqualTo("PAUSED");
        assertThat(enrolled).allSatisfy(each -> assertThat(people.versionOf(each)).isEqualTo(1));

        assertThat(state(ann.post("/moves/" + move + "/resume", null))).isEqualTo("RUNNING");

        await().atMost(Duration.ofSeconds(20)).until(() -> state(ann.get("/moves/" + move)).equals("DONE"));
        assertThat(enrolled).allSatisfy(each -> assertThat(people.versionOf(each)).isEqualTo(2));
        JsonNode done = json(ann.get("/moves/" + move));
        assertThat(done.path("lookedAt").asInt()).isEqualTo(3);
        assertThat(done.path("differences")).as("the preview said nobody was there").isNotEmpty();
        assertThat(ann.post("/moves/" + move + "/pause", null).statusCode()).isEqualTo(409);
        assertThat(DraftsApiTest.audited(ann)).contains("schedule.move-resumed " + move);
        assertThat(DraftsApiTest.audited(ann)).doesNotContain("schedule.move-paused " + move);
    }

    @Test
    void aCancelledMoveStaysCancelled() {
        assertThat(state(ann.post("/moves/" + move + "/cancel", null))).isEqualTo("CANCELLED");
        assertThat(state(ann.post("/moves/" + move + "/cancel", null))).isEqualTo("CANCELLED");

        HttpResponse<String> late = ann.post("/moves/" + move + "/resume", null);
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(json(late).path("move").path("state").asString()).isEqualTo("CANCELLED");
        assertThat(json(ann.get("/" + id)).has("move")).isFalse();
        assertThat(DraftsApiTest.audited(ann)).containsOnlyOnce("schedule.move-cancelled " + move);
    }

    @Test
    void nothingElseIsPublishedMeanwhileButARollBack() {
        String tag = etag(ann.post("/drafts", definition("no-show", id).put("title", "Another").toString()));
        HttpResponse<String> refused = ann.post("/" + id + "/drafts/1/publish", PublishingApiTest.order("KEEP", ""),
                "If-Match", tag);
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(json(refused).path("type").asString()).isEqualTo("urn:handrail:problem:move-under-way");
        assertThat(json(refused).path("move").path("id").asString()).isEqualTo(move.toString());

        HttpResponse<String> back = ann.post("/" + id + "/roll-back", PublishingApiTest.order("MOVE", ",\"to\":1"));
        assertThat(back.statusCode()).isEqualTo(200);
        assertThat(state(ann.get("/moves/" + move))).isEqualTo("CANCELLED");
        await().atMost(Duration.ofSeconds(20)).until(
                () -> state(ann.get("/moves/" + json(back).path("move").asString())).equals("DONE"));
    }

    @Test
    void knowsNoMoveThatIsNotThere() {
        UUID none = UUID.randomUUID();

        assertThat(ann.get("/moves/" + none).statusCode()).isEqualTo(404);
        assertThat(ann.post("/moves/" + none + "/pause", null).statusCode()).isEqualTo(404);
        assertThat(ann.post("/moves/" + none + "/resume", null).statusCode()).isEqualTo(404);
        assertThat(ann.post("/moves/" + none + "/cancel", null).statusCode()).isEqualTo(404);
        assertThat(ann.get("/moves/mine").statusCode()).isEqualTo(400);
        assertThat(json(ann.get("/nothing/moves"))).isEmpty();
    }

    @Test
    void isForAdminsAlone() {
        assertThat(Stream.of(sue.get("/" + id + "/moves"), sue.get("/moves/" + move),
                sue.post("/moves/" + move + "/pause", null), sue.post("/moves/" + move + "/resume", null),
                sue.post("/moves/" + move + "/cancel", null)))
                .extracting(HttpResponse::statusCode).containsOnly(403);
    }
}
