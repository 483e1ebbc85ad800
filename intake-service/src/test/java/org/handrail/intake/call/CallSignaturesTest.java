package org.handrail.intake.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The vectors that the two schemes publish. */
class CallSignaturesTest {

    private static final String URL = "https://mycompany.com/myapp.php?foo=1&bar=2";
    private static final Map<String, List<String>> PARAMETERS = Map.of(
            "CallSid", List.of("CA1234567890ABCDE"), "Caller", List.of("+14158675309"), "Digits", List.of("1234"),
            "From", List.of("+14158675309"), "To", List.of("+18005551212"));
    private static final String SIGNATURE = "RSOYDt4T1cUTdK1PDd93/VVr8B8=";

    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8);
    private static final String V1 = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
    private static final long SENT = 1614265330;

    private final TwilioSignature twilio = new TwilioSignature("12345");
    private final StandardWebhookSignature standard =
            new StandardWebhookSignature("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

    @Test
    void acceptsTwiliosVector() {
        assertThat(twilio.matches(SIGNATURE, URL, PARAMETERS)).isTrue();
    }

    @Test
    void refusesAnotherTokenAddressOrParameter() {
        assertThat(new TwilioSignature("12346").matches(SIGNATURE, URL, PARAMETERS)).isFalse();
        assertThat(twilio.matches(SIGNATURE, URL + "3", PARAMETERS)).isFalse();
        assertThat(twilio.matches(SIGNATURE, URL, Map.of("CallSid", List.of("CA1234567890ABCDE")))).isFalse();
        assertThat(twilio.matches("", URL, PARAMETERS)).isFalse();
    }

    @Test
    void triesTheAddressWithAndWithoutThePort() {
        String withPort = "https://mycompany.com:443/myapp.php?foo=1&bar=2";

        assertThat(twilio.matches(twilio.sign(withPort, PARAMETERS), URL, PARAMETERS)).isTrue();
        assertThat(twilio.matches(SIGNATURE, withPort, PARAMETERS)).isTrue();
        assertThat(twilio.matches(SIGNATURE, "https://mycompany.com:8443/myapp.php?foo=1&bar=2", PARAMETERS)).isTrue();
        assertThat(twilio.matches(SIGNATURE, "http://mycompany.com/myapp.php?foo=1&bar=2", PARAMETERS)).isFalse();
    }

    @Test
    void signsEachDifferentValueOfARepeatedNameOnce() {
        assertThat(twilio.sign(URL, Map.of("A", List.of("2", "1", "2"))))
                .isEqualTo(twilio.sign(URL, Map.of("A", List.of("1", "2"))))
                .isNotEqualTo(twilio.sign(URL, Map.of("A", List.of("1"))));
    }

    @Test
    void acceptsTheStandardVector() {
        assertThat(standard.matches(ID, Long.toString(SENT), V1, BODY, Instant.ofEpochSecond(SENT))).isTrue();
    }

    @Test
    void acceptsAnyOfSeveralSignatures() {
        assertThat(standard.matches(ID, Long.toString(SENT), "v1a,xyz v1,AAAA " + V1, BODY, at(0))).isTrue();
        assertThat(new StandardWebhookSignature("whsec_bmV3IHNlY3JldA== whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
                .matches(ID, Long.toString(SENT), V1, BODY, at(0))).isTrue();
    }

    @Test
    void toleratesFiveMinutesBothWays() {
        assertThat(standard.matches(ID, Long.toString(SENT), V1, BODY, at(300))).isTrue();
        assertThat(standard.matches(ID, Long.toString(SENT), V1, BODY, at(-300))).isTrue();
        assertThat(standard.matches(ID, Long.toString(SENT), V1, BODY, at(301))).isFalse();
        assertThat(standard.matches(ID, Long.toString(SENT), V1, BODY, at(-301))).isFalse();
    }

    @Test
    void refusesAnythingChanged() {
        byte[] other = "{\"test\": 2432232315}".getBytes(StandardCharsets.UTF_8);

        assertThat(standard.matches(ID, Long.toString(SENT), V1, other, at(0))).isFalse();
        assertThat(standard.matches(ID + "x", Long.toString(SENT), V1, BODY, at(0))).isFalse();
        assertThat(standard.matches(ID, Long.toString(SENT + 1), V1, BODY, at(0))).isFalse();
        assertThat(standard.matches(ID, "soon", V1, BODY, at(0))).isFalse();
        assertThat(standard.matches(ID, Long.toString(SENT), "v2," + V1.substring(3), BODY, at(0))).isFalse();
    }

    private static Instant at(long secondsAfter) {
        return Instant.ofEpochSecond(SENT + secondsAfter);
    }
}
