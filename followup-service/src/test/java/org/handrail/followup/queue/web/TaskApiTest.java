package org.handrail.followup.queue.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.followup.console.Api.json;
import static org.handrail.followup.console.ConsoleOnly.NOON;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.handrail.followup.OwnThreads;
import org.handrail.followup.console.Api;
import org.handrail.followup.console.ConsoleOnly.Completions;
import org.handrail.followup.console.People;
import org.handrail.followup.console.Shared;
import org.handrail.followup.queue.Priority;
import org.handrail.followup.queue.TaskKind;
import org.handrail.followup.queue.TaskOutcome;
import org.handrail.followup.staff.StaffRole;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class TaskApiTest {

    final People people = Shared.PEOPLE;
    final Api ann = api("Ann");
    final Api bob = api("Bob");
    final UUID client = people.person("Alex", "Rivera", "+15035550142");
    UUID task;

    static Api api(String name) {
        Shared.PEOPLE.account(name, StaffRole.STAFF);
        return new Api(Shared.CONSOLE, name);
    }

    @BeforeEach
    void raise() {
        task = people.callBack(client);
    }

    @Test
    void ofTwoWhoTakeAtOnceTheSecondIsToldWhoHasIt() {
        List<HttpResponse<String>> both = Stream.of(ann, bob)
                .map(staff -> CompletableFuture.supplyAsync(() -> staff.post(path("take"), ""), OwnThreads.EACH))
                .toList().stream().map(CompletableFuture::join).toList();

        assertThat(both).extracting(HttpResponse::statusCode).containsExactlyInAnyOrder(200, 409);
        HttpResponse<String> second = both.stream().filter(answer -> answer.statusCode() == 409).findFirst().orElseThrow();
        String first = both.get(0).statusCode() == 200 ? "Ann" : "Bob";
        assertThat(json(second).path("type").asString()).isEqualTo("urn:handrail:problem:task-held");
        assertThat(json(second).path("detail").asString()).isEqualTo("Taken by " + first + ".");
    }

    @Test
    void ofTwoWhoCompleteAtOnceOneDoesAndSchedulesHearOfItOnce() {
        List<Integer> answers = Stream.of(ann, bob)
                .map(staff -> CompletableFuture.supplyAsync(
                        () -> staff.post(path("complete"), "{\"outcome\":\"REACHED\"}").statusCode(), OwnThreads.EACH))
                .toList().stream().map(CompletableFuture::join).toList();

        assertThat(answers).containsExactlyInAnyOrder(200, 409);
        assertThat(Shared.CONSOLE.part(Completions.class).heard).filteredOn(done -> done.taskId().equals(task))
                .singleElement().satisfies(done -> assertThat(done.outcome()).isEqualTo(TaskOutcome.REACHED));
    }

    @Test
    void doingTheSameAgainIsNoFault() {
        assertThat(ann.post(path("take"), "").statusCode()).isEqualTo(200);
        assertThat(ann.post(path("take"), "").statusCode()).isEqualTo(200);
        assertThat(ann.post(path("complete"), "{\"outcome\":\"NO_ANSWER\"}").statusCode()).isEqualTo(200);
        assertThat(ann.post(path("complete"), "{\"outcome\":\"NO_ANSWER\"}").statusCode()).isEqualTo(200);
        assertThat(ann.post(path("take"), "").statusCode()).isEqualTo(409);
    }

    @Test
    void refusesAChangeToAVersionThatIsGone() {
        String seen = ann.get("/api/v1/tasks/" + task).headers().firstValue("ETag").orElseThrow();
        people.callBack(client);

        assertThat(ann.post(path("take"), "", "If-Match", seen).statusCode()).isEqualTo(412);
        String now = ann.get("/api/v1/tasks/" + task).headers().firstValue("ETag").orElseThrow();
        assertThat(ann.post(path("take"), "", "If-Match", now).statusCode()).isEqualTo(200);
    }

    @Test
    void onlyTheHolderOrAnAdminGivesATaskBack() {
        ann.post(path("take"), "");

        assertThat(bob.post(path("release"), "").statusCode()).isEqualTo(409);
        assertThat(new Api(Shared.CONSOLE, "admin").post(path("release"), "").statusCode()).isEqualTo(200);
        assertThat(bob.post(path("take"), "").statusCode()).isEqualTo(200);
    }

    @Test
    void pagesStayStableWhileWorkArrives() {
        IntStream.range(0, 5).forEach(n -> people.task(client, TaskKind.URGENT, "task.crisis", "crisis-words",
                Priority.URGENT, NOON.plusSeconds(n), true));
        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = json(ann.get("/api/v1/tasks?kind=URGENT&limit=2&cursor=" + cursor));
            page.path("items").forEach(item -> seen.add(item.path("id").asString()));
            cursor = page.path("next").asString("");
            people.task(client, TaskKind.URGENT, "task.crisis", "crisis-words", Priority.URGENT,
                    NOON.minus(Duration.ofDays(1)), true);
        } while (!cursor.isEmpty());

        assertThat(seen).hasSizeGreaterThanOrEqualTo(5).doesNotHaveDuplicates();
    }

    @Test
    void listsByPriorityThenDueAndFilters() {
        people.task(client, TaskKind.REVIEW, "task.possible-match", "possible-match", Priority.LOW, NOON.minusSeconds(99), false);
        people.task(client, TaskKind.REVIEW, "task.possible-match", "possible-match", Priority.HIGH, NOON.plusSeconds(99), false);
        people.task(client, TaskKind.REVIEW, "task.possible-match", "possible-match", Priority.HIGH, NOON.plusSeconds(9), false);
        List<String> order = new ArrayList<>();
        json(ann.get("/api/v1/tasks?kind=REVIEW&limit=200")).path("items")
                .forEach(item -> order.add(Priority.valueOf(item.path("priority").asString()).ordinal()
                        + item.path("dueAt").asString()));

        assertThat(order).isSorted().hasSizeGreaterThanOrEqualTo(3);
        assertThat(json(ann.get("/api/v1/tasks?kind=REVIEW&overdue=true")).path("items"))
                .isNotEmpty().allSatisfy(item -> assertThat(item.path("overdue").asBoolean()).isTrue());
        ann.post(path("take"), "");
        assertThat(ann.get("/api/v1/tasks?assigned=ME&limit=200").body()).contains(task.toString());
        assertThat(bob.get("/api/v1/tasks?assigned=ME&limit=200").body()).doesNotContain(task.toString());
        assertThat(bob.get("/api/v1/tasks?assigned=NOBODY&limit=200").body()).doesNotContain(task.toString());
        assertThat(bob.get("/api/v1/tasks?assigned=NOBODY&limit=200").body()).doesNotContain("Alex", "5550142");
    }

    @Test
    void noteStaysInTheDatabase() {
        ann.post(path("complete"), "{\"outcome\":\"DONE\",\"note\":\"  sister answers after six  \"}");

        assertThat(Shared.DATABASE.jdbc().sql("select note from task where id = :id").param("id", task)
                .query(String.class).single()).isEqualTo("sister answers after six");
        assertThat(ann.get("/api/v1/tasks/" + task).body()).doesNotContain("sister");
        assertThat(ann.get("/api/v1/clients/" + client + "/timeline").body()).contains("task.completed").doesNotContain("sister");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[]", "null", "{\"outcome\":\"FINE\"}", "{\"outcome\":7}", "{\"outcome\":null}",
        "{\"outcome\":\"DONE\",\"note\":7}", "{\"outcome\":\"DONE\",\"more\":1}", "{\"outcome\":\"DONE\",\"note\":\"a\\u0000b\"}",
        "{\"outcome\":"})
    void refusesWhatIsNoOutcome(String body) {
        HttpResponse<String> answer = ann.post(path("complete"), body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(json(ann.get("/api/v1/tasks/" + task)).path("state").asString()).isEqualTo("OPEN");
    }

    @Test
    void refusesANoteThatIsTooLong() {
        assertThat(ann.post(path("complete"), "{\"outcome\":\"DONE\",\"note\":\"" + "x".repeat(4001) + "\"}").statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"?limit=0", "?limit=201", "?limit=x", "?kind=NONE", "?state=x", "?cursor=%00", "?cursor=abc",
        "?assigned=you", "/nonsense"})
    void refusesQuestionsThatMakeNoSense(String query) {
        assertThat(ann.get("/api/v1/tasks" + query).statusCode()).isEqualTo(400);
    }

    @Test
    void knowsNoTaskThatIsNotThere() {
        assertThat(ann.get("/api/v1/tasks/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
        assertThat(ann.post("/api/v1/tasks/" + UUID.randomUUID() + "/take", "").statusCode()).isEqualTo(404);
    }

    private String path(String act) {
        return "/api/v1/tasks/" + task + "/" + act;
    }
}
