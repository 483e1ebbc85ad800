package org.handrail.followup.whatif.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.followup.console.Api.json;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.handrail.followup.console.Api;
import org.handrail.followup.console.Browser;
import org.handrail.followup.console.RunningConsole;
import org.handrail.followup.console.Shared;
import org.handrail.followup.staff.StaffRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class WhatIfApiTest {

    private static final String PATH = "/api/v1/schedules/what-if";
    private static final Api ADMIN = new Api(Shared.CONSOLE, "admin");

    private static JsonNode ask(String question) {
        HttpResponse<String> answer = ADMIN.post(PATH, question.replace('\'', '"'));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer);
    }

    private static List<JsonNode> steps(JsonNode answer) {
        return answer.path("timeline").valueStream().filter(line -> line.path("kind").asString().equals("STEP"))
                .map(line -> line.path("step")).toList();
    }

    private static List<String> fates(JsonNode answer) {
        return steps(answer).stream().map(step -> step.path("key").asString() + " " + step.path("declared").asString()
                + " " + step.path("abbreviation").asString() + " " + step.path("became").asString()
                + step.at("/reason/code").asOptional().map(JsonNode::asString).map(" "::concat).orElse("")).toList();
    }

    @Test
    void playsAnAppointmentThatIsMovedOverTheStartOfSummerTime() {
        JsonNode answer = ask("""
                {'schedule': {'id': 'therapy-appointment'},
                 'person': {'zone': 'America/Chicago'},
                 'anchor': {'at': '2026-03-09T16:00', 'bookedAt': '2026-03-02T10:00', 'kind': 'THERAPY'},
                 'events': [{'type': 'MOVED', 'at': '2026-03-05T12:00', 'startsAt': '2026-03-11T16:00'}]}""");

        assertThat(fates(answer)).contains(
                "email-3-d 2026-03-06T09:00:00 CST DROPPED appointment-moved",
                "email-3-d 2026-03-08T09:00:00 CDT MAILED",
                "email-1-d 2026-03-10T09:00:00 CDT MAILED");
        assertThat(answer.at("/zone/from").asString()).isEqualTo("CLIENT");
        assertThat(answer.path("complete").asBoolean()).isTrue();
        assertThat(answer.path("timeline").valueStream().map(line -> line.path("at").asString())).isSorted();
        assertThat(answer.path("timeline").valueStream().map(line -> line.path("text").asString()))
                .anyMatch(text -> text.startsWith("Appointment moved: therapy, now Wed, Mar 11"))
                .contains("Email, 3 days: left out (the appointment was moved)");
    }

    @Test
    void saysThatAnUnknownZoneFellBackToTheSites() {
        JsonNode answer = ask("""
                {'schedule': {'id': 'web-inquiry', 'version': 1}, 'person': {'zone': 'Mars/Olympus', 'consents': []},
                 'anchor': {'at': '2026-03-02T10:00'}}""");

        assertThat(answer.at("/zone/from").asString()).isEqualTo("SITE_FOR_UNKNOWN_ID");
        assertThat(answer.at("/zone/text").asString()).contains("does not know");
        assertThat(steps(answer)).noneMatch(step -> step.path("became").asString().equals("MAILED"));
        assertThat(answer.path("tasks")).isNotEmpty();
    }

    @Test
    void playsADefinitionThatIsStoredNowhere() {
        JsonNode answer = ask("""
                {'definition': {'id': 'night', 'title': 'Night', 'anchor': {'event': 'INQUIRY'}, 'stops': [], 'steps': [
                   {'key': 'gap', 'offset': {'type': 'LOCAL', 'days': 1, 'at': '02:30'},
                    'action': {'type': 'TASK', 'kind': 'CALL', 'title': 'task.call', 'priority': 'NORMAL', 'due': 'PT1H',
                               'onCall': true},
                    'late': {'policy': 'ALWAYS'}},
                   {'key': 'mail', 'offset': {'type': 'LOCAL', 'days': 1, 'at': '02:30'},
                    'action': {'type': 'EMAIL', 'template': 'inquiry-check-in', 'purpose': 'FOLLOW_UP',
                               'withoutConsent': 'SKIP'},
                    'late': {'policy': 'SEND_WITHIN', 'grace': 'P1D'}}]},
                 'person': {'zone': 'America/New_York'}, 'anchor': {'at': '2026-03-07T12:00:00-05:00'}}""");

        assertThat(fates(answer)).containsExactly("gap 2026-03-08T02:30:00 EDT RAISED", "mail 2026-03-08T02:30:00 EDT MAILED");
        assertThat(steps(answer).get(0).path("due").asString()).isEqualTo("2026-03-08T07:00:00Z");
        assertThat(steps(answer).get(0).path("movedBy").toString()).contains("DST_GAP").doesNotContain("STAFFED");
        assertThat(steps(answer).get(1).path("due").asString()).isEqualTo("2026-03-08T12:00:00Z");
        assertThat(steps(answer).get(1).path("movedBy").toString()).contains("DST_GAP", "SEND_WINDOW");
    }

    @Test
    void readsYaml() {
        JsonNode answer = ask("""
                {'definition': 'id: y\\ntitle: Y\\nanchor: {event: INQUIRY}\\nstops: []\\nsteps:\\n- key: only\\n  offset: {type: AT_ONCE}\\n  action: {type: EMAIL, template: inquiry-receipt, purpose: RECEIPTS, withoutConsent: SKIP}\\n  late: {policy: SKIP}\\n',
                 'anchor': {'at': '2026-03-07T12:00'}}""");

        assertThat(fates(answer)).containsExactly("only 2026-03-07T12:00:00 EST MAILED");
    }

    @Test
    void playsADraft() {
        HttpResponse<String> draft = ADMIN.post("/api/v1/schedules/cancelled/versions/1/drafts", "");
        assertThat(draft.statusCode()).as(draft.body()).isEqualTo(201);

        JsonNode answer = ask("{'schedule': {'id': 'cancelled', 'draft': %d}, 'anchor': {'at': '2026-03-10T10:00'}}"
                .formatted(json(draft).path("number").asInt()));

        assertThat(answer.path("version").asInt()).isGreaterThan(1);
        assertThat(fates(answer)).isNotEmpty();
    }

    @Test
    void answersTheLongestStoryInBoundedTime() {
        String moves = IntStream.range(0, 100).mapToObj(n ->
                "{'type': 'MOVED', 'at': '2026-03-02T1%d:%02d', 'startsAt': '2027-12-%02dT16:00'}"
                        .formatted(n / 50, n % 50, 1 + n % 28)).collect(Collectors.joining(","));
        String question = """
                {'schedule': {'id': 'detox-admission'}, 'withOthers': true,
                 'anchor': {'at': '2027-12-18T16:00', 'bookedAt': '2026-03-02T09:00'}, 'events': [%s]}""".formatted(moves);
        ask(question);
        long begun = System.nanoTime();

        JsonNode answer = ask(question);

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(20));
        assertThat(answer.path("complete").asBoolean()).isTrue();
    }

    @Test
    void letsANoShowStartItsOwnScheduleWhenTheOthersRunToo() {
        String question = """
                {'schedule': {'id': 'therapy-appointment'}, 'withOthers': %s,
                 'anchor': {'at': '2026-03-10T10:00', 'bookedAt': '2026-03-02T10:00'},
                 'events': [{'type': 'NO_SHOW', 'at': '2026-03-10T10:30'},
                            {'type': 'TASK_DONE', 'step': '%s', 'outcome': 'REACHED', 'after': 'PT20M'}]}""";

        assertThat(fates(ask(question.formatted(true, "welfare-call")))).anyMatch(line -> line.startsWith("welfare-call"))
                .anyMatch(line -> line.startsWith("email-2-h") && line.endsWith("DROPPED reached"));
        assertThat(fates(ask(question.formatted(false, "call-1-d")))).noneMatch(line -> line.startsWith("welfare-call"));
    }

    @Test
    void namesEveryFaultWithItsPlace() {
        HttpResponse<String> answer = ADMIN.post(PATH, """
                {"definition": {"id": "X", "anchor": {"event": "INQUIRY"}, "stops": ["NEVER"], "steps": []},
                 "person": {"site": "nowhere", "adress": 1, "consents": [{"purpose": "ALL"}, 7]}, "zone": "Mars/Olympus",
                 "withOthers": "yes"}""");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("/definition/id", "/definition/title", "/definition/stops/0",
                "/definition/steps", "/person/site", "/person/adress", "/person/consents/0/purpose", "/person/consents/1",
                "/zone", "/withOthers").doesNotContain("nowhere");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                                                       | /schedule
            []                                                                       | #
            7                                                                        | #
            {'schedule': {'id': 'web-inquiry'}}                                      | /anchor/at
            {'schedule': {'id': 'no-such'}}                                          | /schedule
            {'schedule': {'id': 'web-inquiry', 'version': 99}}                       | /schedule
            {'schedule': {'id': 'web-inquiry'}, 'definition': {}}                    | /schedule
            {'definition': 7}                                                        | /definition
            {'definition': 'steps: ['}                                               | /definition
            {'schedule': {'id': 'therapy-appointment'}, 'anchor': {'at': '2026-03-10T10:00'}} | /anchor/bookedAt
            {'schedule': {'id': 'web-inquiry'}, 'anchor': {'at': '1066-10-14T09:00'}} | /anchor/at
            {'schedule': {'id': 'web-inquiry'}, 'anchor': {'at': '2026-13-10T10:00'}} | /anchor/at
            {'schedule': {'id': 'web-inquiry'}, 'anchor': {'at': '2026-03-10T10:00', 'kind': 'THERAPY'}} | /anchor/kind
            """)
    void refusesWhatCannotBePlayed(String question, String place) {
        HttpResponse<String> answer = ADMIN.post(PATH, question.replace('\'', '"'));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains("\"" + place + "\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {'type': 'FLOOD', 'at': '2026-03-10T10:00'}                                          | /type
            {'type': 'INQUIRY'}                                                                  | /at
            {'type': 'INQUIRY', 'at': '2036-03-10T10:00'}                                        | /at
            {'type': 'INQUIRY', 'at': '2026-03-10T10:00', 'knownAt': '2026-03-09T10:00'}         | /knownAt
            {'type': 'MOVED', 'at': '2026-03-10T10:00', 'startsAt': '2026-03-11T10:00'}          | /appointment
            {'type': 'BOOKED', 'at': '2026-03-10T10:00', 'appointment': 'a', 'kind': 'THERAPY'}  | /startsAt
            {'type': 'TASK_DONE', 'step': 'no-such', 'outcome': 'DONE', 'after': 'PT1H'}         | /step
            {'type': 'TASK_DONE', 'step': 'call-15-min', 'outcome': 'DONE', 'after': '-PT1H'}    | /after
            {'type': 'OUTAGE', 'from': '2026-03-10T10:00', 'until': '2026-03-10T10:00'}          | /until
            """)
    void refusesWhatCannotHappen(String event, String place) {
        HttpResponse<String> answer = ADMIN.post(PATH, """
                {'schedule': {'id': 'web-inquiry'}, 'anchor': {'at': '2026-03-02T10:00'}, 'events': [%s]}"""
                .formatted(event).replace('\'', '"'));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains("\"/events/0" + place + "\"");
    }

    @Test
    void isForAdminsAlone() {
        Shared.PEOPLE.account("Ann", StaffRole.STAFF);

        assertThat(new Api(Shared.CONSOLE, "Ann").post(PATH, WhatIfBody.EXAMPLE).statusCode()).isEqualTo(403);
        assertThat(Browser.at(Shared.CONSOLE).send(fromAPage(Browser.at(Shared.CONSOLE), "none")).statusCode())
                .isEqualTo(403);
    }

    @Test
    void answersAPageWithASessionAndItsToken() {
        Browser admin = Browser.at(Shared.CONSOLE).signedIn("admin", RunningConsole.PASSWORD);

        assertThat(admin.send(fromAPage(admin, admin.token())).statusCode()).isEqualTo(200);
        assertThat(admin.send(fromAPage(admin, "forged")).statusCode()).isEqualTo(403);
    }

    private static HttpRequest fromAPage(Browser browser, String token) {
        return browser.request(PATH, "Content-Type", "application/json", "X-XSRF-TOKEN", token)
                .POST(BodyPublishers.ofString(WhatIfBody.EXAMPLE)).build();
    }

    @Test
    void describesItselfByAQuestionThatItAnswers() {
        JsonNode answer = ask(WhatIfBody.EXAMPLE);

        assertThat(fates(answer)).contains("email-1-d 2026-03-19T09:00:00 CDT MAILED");
        assertThat(ADMIN.get("/openapi.json").body()).contains(PATH, "earlierNoShows");
        assertThat(JsonMapper.shared().readTree(WhatIfBody.EXAMPLE).propertyNames())
                .containsOnly("schedule", "person", "anchor", "events");
    }

    @Test
    void storesAndSendsNothing() {
        List<String> tables = List.of("client_case", "enrolment", "due_step", "task", "timeline", "reach", "outbox");
        List<Long> before = tables.stream().map(WhatIfApiTest::count).toList();

        ask(WhatIfBody.EXAMPLE);

        assertThat(tables.stream().map(WhatIfApiTest::count).toList()).isEqualTo(before);
    }

    private static long count(String table) {
        return Shared.DATABASE.jdbc().sql("select count(*) from " + table).query(Long.class).single();
    }
}
