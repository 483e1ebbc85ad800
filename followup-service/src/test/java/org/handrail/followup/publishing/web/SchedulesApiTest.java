package org.handrail.followup.publishing.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.followup.console.Api.json;
import static org.handrail.followup.publishing.web.Editor.definition;
import static org.handrail.followup.publishing.web.Editor.step;

import java.net.http.HttpResponse;
import java.util.UUID;
import org.handrail.followup.console.ConsoleOnly;
import org.handrail.followup.schedule.json.Notation;
import org.handrail.followup.schedule.json.ScheduleReader;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class SchedulesApiTest {

    final Editor ann = Editor.admin("Ann Admin");
    final Editor sue = Editor.staff("Sue Staff");
    final String id = Editor.newId();
    final ObjectNode first = definition("no-show", id);

    /** As published. */
    void version(int version, ObjectNode definition, String why, Integer rollsBackTo, int enrolled) {
        var jdbc = Editor.DATABASE.jdbc();
        jdbc.sql("insert into schedule (schedule_id) values (?) on conflict do nothing").param(id).update();
        jdbc.sql("insert into schedule_version (schedule_id, version, definition, created_at, created_by, why, rolls_back_to)"
                        + " values (?, ?, ?::jsonb, ?, ?, ?, ?)")
                .params(id, version, definition.toString(), ConsoleOnly.NOON.atOffset(java.time.ZoneOffset.UTC),
                        ann.account, why, rollsBackTo).update();
        jdbc.sql("update schedule set published = ? where schedule_id = ?").params(version, id).update();
        for (int i = 0; i < enrolled; i++) {
            jdbc.sql("""
                            insert into enrolment (enrolment_id, client_id, schedule_id, schedule_version, event, anchor_id,
                                site_id, on_behalf, against_advice, enrolled_at, anchor, known_at, version, changed)
                            values (?, ?, ?, ?, 'NO_SHOW', ?, 'main', false, false, now(), now(), now(), 1, false)""")
                    .params(UUID.randomUUID(), UUID.randomUUID(), id, version, UUID.randomUUID()).update();
        }
    }

    void threeVersions() {
        version(1, first, "to begin with", null, 2);
        ObjectNode second = first.deepCopy();
        step(second, 0).putObject("offset").put("type", "ELAPSED").put("by", "PT45M");
        version(2, second, "half an hour was too soon", null, 3);
        version(3, first, "it was not", 1, 0);
    }

    @Test
    void tellsHowAScheduleCameToBe() {
        threeVersions();
        JsonNode versions = json(sue.get("/" + id + "/versions"));

        assertThat(versions).extracting(each -> each.path("version").asInt()).containsExactly(3, 2, 1);
        assertThat(versions).extracting(each -> each.path("status").asString())
                .containsExactly("PUBLISHED", "RETIRED", "RETIRED");
        assertThat(versions).extracting(each -> each.path("enrolled").asInt()).containsExactly(0, 3, 2);
        assertThat(versions.get(0).path("rollsBackTo").asInt()).isEqualTo(1);
        assertThat(versions.get(1).path("why").asString()).isEqualTo("half an hour was too soon");
        assertThat(versions.get(1).path("publishedBy").path("name").asString()).isEqualTo("Ann Admin");
        assertThat(versions.get(1).has("rollsBackTo")).isFalse();
        assertThat(json(sue.get("/web-inquiry/versions")).get(0).has("publishedBy")).as("came with Handrail").isFalse();
    }

    @Test
    void tellsWhichVersionIsRetiredHoweverOftenItWasRead() {
        threeVersions();

        for (int i = 0; i < 2; i++) {
            assertThat(json(sue.get("/" + id + "/versions/1")).path("status").asString()).isEqualTo("RETIRED");
            assertThat(json(sue.get("/" + id + "/versions/3")).path("status").asString()).isEqualTo("PUBLISHED");
        }
        assertThat(json(sue.get("/" + id + "/versions/2")).path("steps").get(0).path("offset").asString())
                .isEqualTo("45 minutes after");
    }

    @Test
    void saysInWordsWhatDiffersBetweenVersions() {
        threeVersions();
        JsonNode changes = json(sue.get("/" + id + "/versions/1/changes?to=2"));

        assertThat(changes).hasSize(1);
        assertThat(changes.get(0).path("text").asString())
                .isEqualTo("Step welfare-call, time: 45 minutes after (was: 30 minutes after)");
        assertThat(json(sue.get("/" + id + "/versions/1/changes?to=3"))).isEmpty();
    }

    @Test
    void givesTheDefinitionOfAnyVersionInEitherNotation() {
        threeVersions();
        HttpResponse<String> asJson = sue.get("/" + id + "/versions/2/definition");
        HttpResponse<String> asYaml = sue.get("/" + id + "/versions/2/definition", "Accept", "application/yaml");

        assertThat(asYaml.headers().firstValue("Content-Type")).hasValue("application/yaml");
        assertThat(new ScheduleReader().read(asYaml.body(), Notation.YAML))
                .isEqualTo(new ScheduleReader().read(asJson.body(), Notation.JSON));
        assertThat(asJson.body()).contains("PT45M");
    }

    @Test
    void beginsADraftFromAnEarlierVersionOnTheOneThatIsPublished() {
        threeVersions();
        JsonNode draft = json(ann.post("/" + id + "/versions/2/drafts", null));

        assertThat(draft.path("base").asInt()).isEqualTo(3);
        assertThat(draft.path("changes")).hasSize(1);
        assertThat(draft.path("definition").toString()).contains("PT45M");
        assertThat(ann.post("/" + id + "/versions/9/drafts", null).statusCode()).isEqualTo(404);
        assertThat(sue.post("/" + id + "/versions/2/drafts", null).statusCode()).isEqualTo(403);
    }

    @Test
    void rebasesADraftOnWhatWasPublishedMeanwhile() {
        version(1, first, "to begin with", null, 0);
        HttpResponse<String> draft = ann.post("/drafts", first.put("title", "Mine").toString());
        version(2, first, "theirs", null, 0);

        assertThat(json(ann.get("/" + id + "/drafts/1")).path("base").asInt()).isEqualTo(1);
        assertThat(json(ann.get("/" + id + "/drafts/1")).path("published").asInt()).isEqualTo(2);
        HttpResponse<String> rebased = ann.put("/" + id + "/drafts/1?rebase=2", first.toString(), "If-Match",
                Editor.etag(draft));
        assertThat(json(rebased).path("base").asInt()).isEqualTo(2);
        assertThat(ann.put("/" + id + "/drafts/1?rebase=1", first.toString(), "If-Match", Editor.etag(rebased))
                .statusCode()).isEqualTo(409);
    }

    @Test
    void takesOverWhatOnlyTheOtherChanged() {
        version(1, first, "to begin with", null, 0);
        String tag = Editor.etag(ann.post("/drafts", first.deepCopy().put("title", "Mine").toString()));
        ObjectNode theirs = first.deepCopy();
        step(theirs, 0).putObject("offset").put("type", "ELAPSED").put("by", "PT45M");
        version(2, theirs, "theirs", null, 0);

        HttpResponse<String> rebased = ann.post("/" + id + "/drafts/1/rebase", null, "If-Match", tag);

        assertThat(json(rebased).path("base").asInt()).isEqualTo(2);
        assertThat(json(rebased).path("definition").path("title").asString()).isEqualTo("Mine");
        assertThat(json(rebased).path("definition").toString()).contains("PT45M");
        assertThat(json(rebased).path("changes")).as("from the new base").hasSize(1);
        HttpResponse<String> again = ann.post("/" + id + "/drafts/1/rebase", null, "If-Match", Editor.etag(rebased));
        assertThat(again.body()).isEqualTo(rebased.body());
        assertThat(ann.post("/" + id + "/drafts/1/rebase", null, "If-Match", tag).statusCode()).isEqualTo(412);
        assertThat(ann.post("/" + id + "/drafts/1/rebase", null).statusCode()).isEqualTo(428);
        assertThat(sue.post("/" + id + "/drafts/1/rebase", null, "If-Match", tag).statusCode()).isEqualTo(403);
    }

    @Test
    void namesWhatBothChangedAndLeavesTheDraftAsItIs() {
        version(1, first, "to begin with", null, 0);
        String tag = Editor.etag(ann.post("/drafts", first.deepCopy().put("title", "Mine").toString()));
        version(2, first.deepCopy().put("title", "Theirs"), "theirs", null, 0);

        HttpResponse<String> refused = ann.post("/" + id + "/drafts/1/rebase", null, "If-Match", tag);

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(json(refused).path("conflicts")).singleElement().satisfies(
                conflict -> assertThat(conflict.path("what").asString()).isEqualTo("TITLE"));
        assertThat(json(refused).path("changes").get(0).path("after").asString()).isEqualTo("Theirs");
        assertThat(Editor.etag(ann.get("/" + id + "/drafts/1"))).isEqualTo(tag);
        assertThat(ann.post("/" + id + "/drafts/9/rebase", null, "If-Match", tag).statusCode()).isEqualTo(404);
    }

    @Test
    void showsASchedulesDraftsToAdminsAlone() {
        version(1, first, "to begin with", null, 0);
        ann.post("/drafts", first.toString());

        assertThat(json(ann.get("/" + id)).path("drafts")).hasSize(1);
        assertThat(json(sue.get("/" + id)).has("drafts")).isFalse();
        assertThat(json(sue.get("/" + id)).path("definition").path("title").asString())
                .isEqualTo(first.path("title").asString());
        assertThat(json(sue.get("/" + id)).path("versions")).hasSize(1);
        assertThat(json(sue.get(""))).filteredOn(each -> each.path("id").asString().equals(id)).singleElement()
                .satisfies(each -> assertThat(each.path("openDrafts").asInt()).isEqualTo(1));
    }

    @Test
    void servesTheSchema() {
        HttpResponse<String> schema = sue.get("/schema");

        assertThat(schema.headers().firstValue("Content-Type")).hasValue("application/schema+json");
        assertThat(json(schema).path("$schema").asString()).contains("2020-12");
    }

    @Test
    void knowsNothingThatIsNotThere() {
        assertThat(sue.get("/" + id).statusCode()).isEqualTo(404);
        assertThat(sue.get("/" + id + "/versions").statusCode()).isEqualTo(404);
        assertThat(sue.get("/" + id + "/versions/1").statusCode()).isEqualTo(404);
        assertThat(sue.get("/web-inquiry/versions/99/definition").statusCode()).isEqualTo(404);
        assertThat(sue.get("/web-inquiry/versions/1/changes?to=99").statusCode()).isEqualTo(404);
        assertThat(sue.get("/web-inquiry/versions/1/changes").statusCode()).isEqualTo(400);
        assertThat(sue.get("/web-inquiry/versions/one").statusCode()).isEqualTo(400);
    }
}
