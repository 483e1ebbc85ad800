package org.handrail.standalone.demo.door;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Two telephone systems that tell of calls by webhook, each with its own way of signing. */
public final class Telephones {

    private final Http http;
    private final String intakeUrl;
    private final String twilioToken;
    private final String standardSecret;
    private final String ourNumber;
    private final Clock clock;

    /** @param standardSecret {@code whsec_} and base64 */
    public Telephones(Http http, String intakeUrl, String twilioToken, String standardSecret, String ourNumber,
            Clock clock) {
        this.http = http;
        this.intakeUrl = intakeUrl;
        this.twilioToken = twilioToken;
        this.standardSecret = standardSecret;
        this.ourNumber = ourNumber;
        this.clock = clock;
    }

    /** @param status no-answer, busy, failed, canceled or completed */
    public Answer twilio(String callSid, String from, String status, String deliveryToken) {
        Map<String, String> fields = twilioFields(callSid, from, status);
        return twilio(fields, sign(fields), deliveryToken);
    }

    /** As somebody sends it who does not know the token. */
    public Answer twilioForged(String callSid, String from, String status) {
        return twilio(twilioFields(callSid, from, status), "Zm9yZ2VkIGJ5IHNvbWVib2R5IGVsc2U=", "forged-" + callSid);
    }

    private Map<String, String> twilioFields(String callSid, String from, String status) {
        return new TreeMap<>(Map.of("CallSid", callSid, "From", from, "To", ourNumber, "Direction", "inbound",
                "CallStatus", "completed", "DialCallStatus", status));
    }

    private Answer twilio(Map<String, String> fields, String signature, String deliveryToken) {
        return http.postForm(intakeUrl + "/webhooks/twilio/calls", fields,
                Map.of("X-Twilio-Signature", signature, "I-Twilio-Idempotency-Token", deliveryToken));
    }

    private String sign(Map<String, String> sorted) {
        StringBuilder text = new StringBuilder(intakeUrl + "/webhooks/twilio/calls");
        sorted.forEach((name, value) -> text.append(name).append(value));
        return hmac("HmacSHA1", twilioToken.getBytes(StandardCharsets.UTF_8), text.toString());
    }

    /** Standard Webhooks. */
    public Answer standard(String id, String body) {
        return standard(id, body, clock.instant().getEpochSecond());
    }

    /** @param timestamp in seconds since 1970; signed as told, so an old one is a replay */
    public Answer standard(String id, String body, long timestamp) {
        byte[] key = Base64.getDecoder().decode(standardSecret.replaceFirst("^whsec_", ""));
        String signature = "v1," + hmac("HmacSHA256", key, id + "." + timestamp + "." + body);
        return http.post(intakeUrl + "/webhooks/calls", "application/json", body, Map.of("webhook-id", id,
                "webhook-timestamp", Long.toString(timestamp), "webhook-signature", signature));
    }

    public Answer unsigned(String id, String body) {
        return http.post(intakeUrl + "/webhooks/calls", "application/json", body, Map.of("webhook-id", id,
                "webhook-timestamp", Long.toString(clock.instant().getEpochSecond())));
    }

    private static String hmac(String algorithm, byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key, algorithm));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + algorithm, e);
        }
    }
}
