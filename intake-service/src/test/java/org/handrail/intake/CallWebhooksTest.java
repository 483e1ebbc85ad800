package org.handrail.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class CallWebhooksTest {

    private final RunningIntake intake = RunningIntake.shared();
    private final String sid = RunningIntake.fresh("CA");
    private final String caller = "+1202555" + ThreadLocalRandom.current().nextInt(1000, 9999);

    @ParameterizedTest
    @CsvSource({
        "completed,DialCallStatus=no-answer,false", "completed,DialCallStatus=busy,false",
        "completed,DialCallStatus=failed,false", "completed,DialCallStatus=canceled,false",
        "completed,DialCallStatus=completed&DialCallDuration=0,false",
        "completed,DialCallStatus=completed&DialBridged=false&DialCallDuration=12,false",
        "completed,DialCallStatus=completed&AnsweredBy=machine_start&DialCallDuration=9,false",
        "completed,DialCallStatus=completed&DialCallDuration=95,true",
        "completed,CallDuration=40,false", "no-answer,CallDuration=0,false"})
    void tellsAnsweredFromMissed(String callStatus, String rest, boolean answered) throws Exception {
        assertThat(twilio(callStatus, rest, "t1").statusCode()).isEqualTo(200);

        assertThat(calls()).hasSize(1).first().extracting(call -> call.path("answered").asBoolean()).isEqualTo(answered);
        assertThat(calls().get(0).path("dialable").asBoolean()).isTrue();
    }

    @Test
    void answersTwilioWithEmptyTwiMl() throws Exception {
        HttpResponse<String> answer = twilio("completed", "DialCallStatus=busy", "t1");

        assertThat(answer.headers().firstValue("content-type").orElseThrow()).startsWith("text/xml");
        assertThat(answer.body()).endsWith("<Response/>");
    }

    @Test
    void makesNoWorkOfACallThatGoesOn() throws Exception {
        assertThat(twilio("ringing", "", "t1").statusCode()).isEqualTo(200);

        assertThat(calls()).isEmpty();
    }

    @Test
    void makesNoWorkOfARedelivery() throws Exception {
        twilio("completed", "DialCallStatus=no-answer", "t1");
        HttpResponse<String> again = twilio("completed", "DialCallStatus=no-answer", "t1");

        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(calls()).hasSize(1);
    }

    @Test
    void letsAMissedCallTurnOutAnsweredButNotTheOtherWayRound() throws Exception {
        twilio("completed", "CallDuration=30", "t1");
        twilio("completed", "DialCallStatus=completed&DialCallDuration=25", "t2");
        twilio("completed", "CallDuration=30", "t3");

        assertThat(calls()).extracting(call -> call.path("answered").asBoolean()).containsExactly(false, true);
        assertThat(calls()).extracting(call -> call.path("callId").asString()).containsOnly(
                calls().get(0).path("callId").asString());
    }

    @Test
    void givesAllCallsOfANumberToOneClient() throws Exception {
        twilio("completed", "DialCallStatus=no-answer", "t1");
        String first = calls().get(0).path("clientId").asString();
        send(twilioParameters(RunningIntake.fresh("CA"), "completed", "DialCallStatus=busy"), "t2", null);

        assertThat(intake.facts(UUID.fromString(first), "call.ended")).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"anonymous", "+266696687", "Restricted", "", "client:alice", "unknown"})
    void makesNoDiallingTaskOfAWithheldNumber(String from) throws Exception {
        Map<String, String> parameters = twilioParameters(sid, "completed", "DialCallStatus=no-answer");
        parameters.put("From", from);
        send(parameters, "t1", null);

        assertThat(calls()).hasSize(1).first().extracting(call -> call.path("dialable").asBoolean()).isEqualTo(false);
    }

    @Test
    void refusesUnsignedAndWronglySignedCalls() throws Exception {
        Map<String, String> parameters = twilioParameters(sid, "completed", "DialCallStatus=no-answer");

        assertThat(send(parameters, "t1", "AAAA").statusCode()).isEqualTo(403);
        assertThat(intake.send(intake.request("/webhooks/twilio/calls")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(RunningIntake.encode(parameters)))).statusCode()).isEqualTo(401);
        assertThat(calls()).isEmpty();
    }

    @Test
    void takesAStandardWebhookOnce() throws Exception {
        String id = RunningIntake.fresh("msg");
        HttpResponse<String> first = standard(id, message("no-answer", 0), 0);
        HttpResponse<String> replayed = standard(id, message("no-answer", 0), 0);

        assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
        assertThat(replayed.statusCode()).isEqualTo(200);
        assertThat(intake.json(replayed).path("applied").asBoolean()).isFalse();
        assertThat(calls()).hasSize(1).first().extracting(call -> call.path("answered").asBoolean()).isEqualTo(false);
    }

    @Test
    void refusesAStandardWebhookThatIsOldUnsignedOrForged() throws Exception {
        assertThat(standard(RunningIntake.fresh("msg"), message("busy", 0), -301).statusCode()).isEqualTo(403);
        assertThat(standard(RunningIntake.fresh("msg"), message("busy", 0), 301).statusCode()).isEqualTo(403);
        assertThat(intake.send(intake.request("/webhooks/calls").POST(BodyPublishers.ofString("{}"))).statusCode())
                .isEqualTo(401);
        assertThat(intake.send(intake.request("/webhooks/calls", "webhook-id", "1", "webhook-timestamp",
                Long.toString(RunningIntake.NOW.getEpochSecond()), "webhook-signature", "v1,AAAA")
                .POST(BodyPublishers.ofString(message("busy", 0)))).statusCode()).isEqualTo(403);
        assertThat(calls()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "{\"test\": 2432232314}", "{\"type\":\"call.ended\"}",
        "{\"type\":\"call.ended\",\"data\":{\"callId\":7}}", "{\"type\":\"call.ended\",\"data\":{\"callId\":\"a\\u0000\"}}",
        "{\"type\":\"call.ended\",\"data\":{\"callId\":\"a\",\"endedAt\":\"2031-01-01T00:00:00Z\"}}"})
    void refusesASignedBodyThatIsNoCall(String body) throws Exception {
        Map<String, Long> before = intake.rows();

        assertThat(standard(RunningIntake.fresh("msg"), body, 0).statusCode()).isEqualTo(400);
        assertThat(intake.rows()).isEqualTo(before);
    }

    private String message(String status, int seconds) {
        return """
                {"type":"call.ended","timestamp":"2026-11-23T14:59:00Z","data":{"callId":"%s","from":"%s",
                 "to":"+12135550176","status":"%s","durationSeconds":%d,"vendorField":{"x":1}}}""".formatted(
                sid, caller, status, seconds);
    }

    private HttpResponse<String> standard(String id, String body, long secondsOff) throws Exception {
        String timestamp = Long.toString(RunningIntake.NOW.getEpochSecond() + secondsOff);
        byte[] secret = Base64.getDecoder().decode(RunningIntake.WEBHOOK_SECRET.substring("whsec_".length()));
        String signature = hmac("HmacSHA256", secret, id + "." + timestamp + "." + body);
        return intake.send(intake.request("/webhooks/calls", "webhook-id", id, "webhook-timestamp", timestamp,
                        "webhook-signature", "v1," + signature, "Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> twilio(String callStatus, String rest, String token) throws Exception {
        return send(twilioParameters(sid, callStatus, rest), token, null);
    }

    private Map<String, String> twilioParameters(String callSid, String callStatus, String rest) {
        Map<String, String> parameters = new TreeMap<>(Map.of("CallSid", callSid, "CallStatus", callStatus,
                "Direction", "inbound", "From", caller, "To", "+12025550143", "Timestamp",
                "Mon, 23 Nov 2026 14:58:00 +0000"));
        for (String pair : rest.isEmpty() ? new String[0] : rest.split("&")) {
            parameters.put(pair.split("=")[0], pair.split("=")[1]);
        }
        return parameters;
    }

    private HttpResponse<String> send(Map<String, String> parameters, String token, String forged) throws Exception {
        StringBuilder text = new StringBuilder(RunningIntake.PUBLIC_BASE + "/webhooks/twilio/calls?x=%20y");
        new TreeMap<>(parameters).forEach((name, value) -> text.append(name).append(value));
        String signature = hmac("HmacSHA1", RunningIntake.TWILIO_TOKEN.getBytes(StandardCharsets.UTF_8), text.toString());
        return intake.send(intake.request("/webhooks/twilio/calls?x=%20y",
                        "Content-Type", "application/x-www-form-urlencoded",
                        "X-Twilio-Signature", forged == null ? signature : forged,
                        "I-Twilio-Idempotency-Token", token)
                .POST(BodyPublishers.ofString(RunningIntake.encode(parameters))));
    }

    private static String hmac(String algorithm, byte[] key, String text) throws Exception {
        Mac mac = Mac.getInstance(algorithm);
        mac.init(new SecretKeySpec(key, algorithm));
        return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }

    private List<JsonNode> calls() {
        return intake.jdbc.sql("select client_id from call where provider_call_id = :sid").param("sid", sid)
                .query(UUID.class).list().stream().flatMap(client -> intake.facts(client, "call.ended").stream())
                .toList();
    }
}
