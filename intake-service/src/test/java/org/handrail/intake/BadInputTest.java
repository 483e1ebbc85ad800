package org.handrail.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Whatever is sent to whatever door: a refusal that tells no value, and not a row. */
class BadInputTest {

    private static final List<String> ODD_TEXTS = List.of("\\u0000", "\\ud800", "\\u202e\\u0007", "a\\r\\nBcc: x@y.zz",
            "' or 1=1 --", "<script>alert(1)</script>", "${7*7}{{7*7}}", "x".repeat(9000), "%00%ff", "../../etc",
            "\uD83D\uDE00".repeat(500));
    private static final List<String> ODD_VALUES = List.of("null", "1", "-1", "1e400", "99999999999999999999999", "true",
            "[]", "{}", "[[[[[]]]]]", "[null]", "{\"a\":{}}");
    private static final List<String> FIELDS = List.of("reference", "client", "kind", "startsAt", "site", "occurredAt",
            "by", "admittedAt", "dischargedAt", "againstAdvice", "purposes", "wording", "language", "how",
            "riskWarningShown", "addressReadBack", "expiresAt", "relationship", "preferredContact", "message", "bookedAt");
    private static final List<String> CLIENT_FIELDS = List.of("id", "reference", "givenName", "familyName", "email",
            "phone", "language", "zone", "site");

    private final RunningIntake intake = RunningIntake.shared();

    @ParameterizedTest
    @ValueSource(strings = {"/inquiries", "/appointments", "/appointments/A-1/move", "/appointments/A-1/cancel",
        "/appointments/A-1/rebook", "/appointments/A-1/arrived", "/appointments/A-1/no-show",
        "/appointments/A-1/entered-in-error", "/admissions", "/discharges", "/consents", "/stops"})
    void refusesEveryOddBodyAtEveryDoor(String path) {
        Map<String, Long> before = intake.rows();

        for (String body : bodies()) {
            HttpResponse<String> answer = intake.api(path, body);
            assertThat(answer.statusCode()).as("%s with %s: %s", path, start(body), answer.body()).isBetween(400, 499);
            assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
            assertThat(answer.body()).doesNotContain("Exception", "alert(1)", "or 1=1", "xxxxxxxx", "Bcc");
        }
        assertThat(intake.rows()).isEqualTo(before);
    }

    /** With everything else right a value gets as far as it can: to the database, unless it is refused. */
    @ParameterizedTest
    @MethodSource("soundBodies")
    void neverFailsOnOneOddValueAmongSoundOnes(String path, String sound) {
        JsonMapper json = JsonMapper.builder().build();
        List<String> pointers = new ArrayList<>();
        json.readTree(sound).propertyStream().forEach(field -> {
            pointers.add("/" + field.getKey());
            field.getValue().propertyStream().forEach(inner -> pointers.add("/" + field.getKey() + "/" + inner.getKey()));
        });

        for (String pointer : pointers) {
            for (String odd : oddValues()) {
                HttpResponse<String> answer = intake.api(path, withValue(json, sound, pointer, odd));
                assertThat(answer.statusCode()).as("%s %s = %s: %s", path, pointer, start(odd), answer.body())
                        .isBetween(200, 499);
                assertThat(answer.body()).doesNotContain("Exception", "alert(1)", "or 1=1");
            }
        }
    }

    static Stream<Arguments> soundBodies() {
        String client = """
                {"reference":"MRN-odd","givenName":"Sam","familyName":"Lee","email":"sam@example.org",
                 "phone":"202-555-0107","language":"en","zone":"America/Chicago","site":"main"}""";
        String at = "\"occurredAt\":\"2026-11-23T14:00:00Z\"";
        return Stream.of(
                Arguments.of("/inquiries", "{\"client\":" + client + ",\"relationship\":\"SELF\",\"message\":\"Hi\","
                        + "\"preferredContact\":\"PHONE\",\"site\":\"main\"," + at + "}"),
                Arguments.of("/appointments", "{\"reference\":\"APT-odd\",\"client\":" + client
                        + ",\"kind\":\"THERAPY\",\"startsAt\":\"2026-12-01T09:30\",\"site\":\"main\","
                        + "\"bookedAt\":\"2026-11-20T14:00:00Z\"," + at + "}"),
                Arguments.of("/appointments/APT-odd/move", "{\"startsAt\":\"2026-12-01T09:30\",\"site\":\"main\"," + at + "}"),
                Arguments.of("/appointments/APT-odd/cancel", "{\"by\":\"CLIENT\"," + at + "}"),
                Arguments.of("/admissions", "{\"reference\":\"ADM-odd\",\"client\":" + client
                        + ",\"admittedAt\":\"2026-11-23T14:00:00Z\",\"site\":\"main\"," + at + "}"),
                Arguments.of("/discharges", "{\"reference\":\"ADM-odd\",\"client\":" + client
                        + ",\"dischargedAt\":\"2026-11-23T14:00:00Z\",\"againstAdvice\":false," + at + "}"),
                Arguments.of("/consents", "{\"reference\":\"CON-odd\",\"client\":" + client
                        + ",\"purposes\":[\"FOLLOW_UP\"],\"wording\":\"w/1\",\"language\":\"en\",\"how\":\"SIGNED\","
                        + "\"riskWarningShown\":true,\"addressReadBack\":false,\"expiresAt\":\"2027-11-23T14:00:00Z\","
                        + at + "}"),
                Arguments.of("/stops", "{\"reference\":\"STOP-odd\",\"client\":" + client
                        + ",\"purposes\":[\"FOLLOW_UP\"],\"how\":\"SPOKEN\"," + at + "}"));
    }

    private static List<String> oddValues() {
        List<String> values = new ArrayList<>(ODD_VALUES);
        ODD_TEXTS.forEach(text -> values.add("\"" + text + "\""));
        List.of("", " ", "+1000000000-12-31T23:59:59.999999999Z", "-999999999-01-01T00:00:00Z", "9999-12-31T23:59:59Z",
                "2026-11-23T14:00:00+18:00", "2026-02-30T09:00", "2027-03-14T02:30", "0000-01-01T00:00", "Etc/GMT+5",
                "SystemV/EST5", "A".repeat(100), "A".repeat(101), "00000000-0000-0000-0000-000000000000",
                "a@" + "b".repeat(300) + ".co", "+1", "911").forEach(text -> values.add("\"" + text + "\""));
        return values;
    }

    private static String withValue(JsonMapper json, String sound, String pointer, String odd) {
        ObjectNode body = (ObjectNode) json.readTree(sound);
        int slash = pointer.lastIndexOf('/');
        ObjectNode parent = slash == 0 ? body : (ObjectNode) body.at(pointer.substring(0, slash));
        parent.put(pointer.substring(slash + 1), "@@ODD@@");
        return body.toString().replace("\"@@ODD@@\"", odd);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%00", "%ff%fe", "%2e%2e", "a%2Fb", "a;b=c", "%F0%9F%98%80", "a%0d%0ab", "'--", "%20"})
    void refusesOddReferencesInThePath(String reference) {
        Map<String, Long> before = intake.rows();

        HttpResponse<String> answer = intake.api("/appointments/" + reference + "/arrived",
                "{\"occurredAt\":\"2026-11-23T14:00:00Z\"}");

        assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 499);
        assertThat(intake.rows()).isEqualTo(before);
    }

    @Test
    void refusesWhoeverHasNoKey() {
        for (String authorization : List.of("", "Bearer ", "Bearer hk_wrong-key-wrong-key-wrong-key", "Basic YTpi",
                "Bearer " + "x".repeat(4000), "Bearer " + RunningIntake.KEY + "\u00e9")) {
            HttpResponse<String> answer = intake.send(intake.request("/api/v1/inquiries", "Authorization", authorization,
                    "Content-Type", "application/json").POST(BodyPublishers.ofString("{}")));
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.headers().firstValue("www-authenticate")).hasValue("Bearer");
        }
    }

    @Test
    void survivesEveryOddForm() {
        List<String> forms = List.of("", "&&&", "=", "a=%zz", "relationship=self&email=%00&phone=%ff",
                "relationship=self&email=a@b.co%0d%0aBcc:x@y.zz", "relationship=nobody&phone=1",
                "phone=" + "9".repeat(500), "email=" + "x".repeat(70_000), "relationship=self&relationship=relative",
                "token=%00&site=%00&website=%00&email=x", "message=" + "%F0%9F%98%80".repeat(3000) + "&email=x");

        Map<String, Long> before = intake.rows();
        for (String form : forms) {
            HttpResponse<String> answer = intake.send(intake.request("/inquiries", "Content-Type",
                    "application/x-www-form-urlencoded", "Accept", "text/html").POST(BodyPublishers.ofString(form)));
            assertThat(answer.statusCode()).as(start(form)).isBetween(400, 499);
        }
        assertThat(intake.rows()).isEqualTo(before);
        assertThat(intake.send(intake.request("/inquiries", "Content-Type", "multipart/form-data; boundary=x")
                .POST(BodyPublishers.ofString("--x--"))).statusCode()).isEqualTo(415);
    }

    @Test
    void takesNamesAndMessagesOfTheWholeWorld() {
        HttpResponse<String> answer = intake.api("/inquiries", """
                {"client":{"givenName":"Zoë \uD83D\uDE00","familyName":"O'Brien-\u0141ukasz","phone":"(202) 555-0144"},
                 "message":"\u0645\u0631\u062d\u0628\u0627 \uD83D\uDE4F"}""");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(intake.facts(intake.clientOf(answer), "contact.changed").get(0).path("givenName").asString())
                .isEqualTo("Zoë \uD83D\uDE00");
    }

    private static List<String> bodies() {
        List<String> bodies = new ArrayList<>(List.of("", "{", "[]", "null", "7", "\"x\"", "{}", "{\"unknown\":1}",
                "{\"client\":{\"unknown\":1}}", "{\"reference\":\"a\",\"reference\":\"b\"}", "{\"client\":{}}",
                "{\"a\":".repeat(3000) + "1" + "}".repeat(3000), "{\"client\":\"" + "x".repeat(70_000) + "\"}",
                new String(new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1}, StandardCharsets.ISO_8859_1)));
        for (String field : FIELDS) {
            ODD_VALUES.forEach(value -> bodies.add("{\"" + field + "\":" + value + "}"));
            ODD_TEXTS.forEach(text -> bodies.add("{\"" + field + "\":\"" + text + "\",\"client\":null}"));
        }
        for (String field : CLIENT_FIELDS) {
            ODD_VALUES.stream().filter(value -> !value.equals("null")).forEach(value ->
                    bodies.add("{\"client\":{\"" + field + "\":" + value + "}}"));
        }
        return bodies;
    }

    private static String start(String body) {
        return body.substring(0, Math.min(60, body.length()));
    }
}
