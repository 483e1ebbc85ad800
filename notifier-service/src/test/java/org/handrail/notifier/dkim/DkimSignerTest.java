package org.handrail.notifier.dkim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import java.nio.charset.StandardCharsets;
import java.security.Provider;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.handrail.platform.time.SettableClock;
import org.junit.jupiter.api.Test;

class DkimSignerTest {

    private static final Instant NOW = Instant.parse("2026-12-01T08:00:00Z");
    private static final String BEFORE_SEED = "302e020100300506032b657004220420";
    private static final String BODY = "Hi.\r\n\r\nWe lost the game.  Are you hungry yet?\r\n\r\nJoe.\r\n";
    private static final String MESSAGE = "From: Front Desk <frontdesk@example.org>\r\nSubject: Hello\r\n"
            + "X-Other: not signed\r\n\r\n" + BODY;

    /** RFC 8463, appendix A. */
    @Test
    void signsTheExampleOfTheStandard() throws Exception {
        String pem = "-----BEGIN PRIVATE KEY-----\n" + Base64.getEncoder().encodeToString(bytes(BEFORE_SEED,
                Base64.getDecoder().decode("nWGxne/9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A="))) + "\n-----END PRIVATE KEY-----";
        SigningKey key = KeyReading.read("brisbane._domainkey.football.example.com", pem);
        byte[] body = BODY.getBytes(StandardCharsets.US_ASCII);
        byte[] canonicalBody = new byte[body.length + 2];
        int length = Relaxed.body(body, 0, body.length, canonicalBody);
        byte[] signed = Stream.of(
                        "From: Joe SixPack <joe@football.example.com>\r\n",
                        "To: Suzie Q <suzie@shopping.example.net>\r\n",
                        "Subject: Is dinner ready?\r\n",
                        "Date: Fri, 11 Jul 2003 21:00:37 -0700 (PDT)\r\n",
                        "Message-ID: <20030712040037.46341.5F8J@football.example.com>\r\n",
                        "DKIM-Signature: v=1; a=ed25519-sha256; c=relaxed/relaxed;\r\n"
                                + " d=football.example.com; i=@football.example.com;\r\n"
                                + " q=dns/txt; s=brisbane; t=1528637909; h=from : to :\r\n"
                                + " subject : date : message-id : from : subject : date;\r\n"
                                + " bh=2jUSOH9NhtVGCQWNr9BrIAPreKQjO6Sn7XIkfJVOzv8=;\r\n b=")
                .map(DkimSignerTest::canonical).reduce((a, b) -> a + "\r\n" + b).orElseThrow()
                .getBytes(StandardCharsets.US_ASCII);

        assertThat(PublicRecord.of(key).text())
                .isEqualTo("v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=");
        assertThat(Base64.getEncoder().encodeToString(KeySignature.sha256(canonicalBody, length)))
                .isEqualTo("2jUSOH9NhtVGCQWNr9BrIAPreKQjO6Sn7XIkfJVOzv8=");
        for (Provider provider : Arrays.asList(null,
                AmazonCorrettoCryptoProvider.INSTANCE)) {
            assertThat(Base64.getEncoder().encodeToString(KeySignature.of(key, provider).sign(signed, signed.length)))
                    .isEqualTo("/gCrinpcQOoIfuHNQIbq4pgh9kyIK3AQUdt9OdqQehSwhEIug4D11Bus"
                            + "Fa3bT3FY5OsU7ZbnKELq+eXdp1Q1Dw==");
        }
    }

    @Test
    void signsWithTheNewestKeyInForceAndTheEarlierOnesStayPublished() throws Exception {
        SettableClock clock = new SettableClock(NOW);
        SigningKeys keys = new SigningKeys(List.of(
                SigningWith.key("third", Algorithm.RSA_SHA256, NOW.plus(Duration.ofDays(60))),
                SigningWith.key("first", Algorithm.RSA_SHA256, null),
                SigningWith.key("second", Algorithm.RSA_SHA256, NOW.plus(Duration.ofDays(30)))));
        DkimSigner signer = SigningWith.signer(keys);

        assertThat(sign(signer, clock.instant())).contains("s=first;");
        clock.set(NOW.plus(Duration.ofDays(30)).minusSeconds(1));
        assertThat(sign(signer, clock.instant())).contains("s=first;");
        clock.set(NOW.plus(Duration.ofDays(30)));
        assertThat(sign(signer, clock.instant())).contains("s=second;").doesNotContain("s=first;");
        clock.set(NOW.plus(Duration.ofDays(600)));
        assertThat(sign(signer, clock.instant())).contains("s=third;");
        assertThat(keys.all()).extracting(SigningKey::selector).containsExactly("first", "second", "third");
    }

    @Test
    void signsNothingBeforeTheFirstKeyBegins() {
        DkimSigner signer = SigningWith.signer(new SigningKeys(List.of(
                SigningWith.key("s1", Algorithm.RSA_SHA256, NOW))));

        assertThat(sign(signer, NOW.minusSeconds(1))).isEqualTo(MESSAGE);
        assertThat(sign(signer, NOW)).startsWith("DKIM-Signature:");
    }

    @Test
    void signsByBothAlgorithmsAndSaysSinceWhenAndUntilWhen() throws Exception {
        Instant now = Clock.systemUTC().instant();
        String signed = sign(SigningWith.signer(SigningWith.both()), now);

        assertThat(signed).containsSubsequence("a=rsa-sha256;", "s=s1;", "a=ed25519-sha256;", "s=s2;")
                .contains("t=" + now.getEpochSecond() + "; x=" + (now.getEpochSecond() + 7 * 86_400) + ";")
                .doesNotContain("; l=", ";l=");
        assertThat(signed.lines().map(String::length)).allMatch(length -> length <= 78);
        assertThat(Verifying.believed(signed.getBytes(StandardCharsets.US_ASCII), SigningWith.both()))
                .containsExactlyInAnyOrder("rsa", "ed25519");
    }

    @Test
    void signsByTheJdkWhereTheProviderCannot() throws Exception {
        Provider useless = new Provider("useless", "1", "") { };
        Instant now = Clock.systemUTC().instant();

        String signed = sign(new DkimSigner(SigningWith.both(), useless), now);

        assertThat(Verifying.believed(signed.getBytes(StandardCharsets.US_ASCII), SigningWith.both())).hasSize(2);
        assertThat(KeySignature.of(SigningWith.both().all().get(0), useless).isFast()).isFalse();
    }

    @Test
    void refusesAMessageWithTwoOfAField() {
        byte[] twice = ("From: a@example.org\r\n" + MESSAGE).getBytes(StandardCharsets.US_ASCII);

        assertThatIllegalArgumentException().isThrownBy(() -> SigningWith.signer(SigningWith.both()).sign(
                new FinishedMessage(twice, twice.length - BODY.length(), twice.length), NOW));
    }

    private static String sign(DkimSigner signer, Instant at) {
        byte[] message = MESSAGE.getBytes(StandardCharsets.US_ASCII);
        byte[] fields = signer.sign(new FinishedMessage(message, message.length - BODY.length(), message.length), at);
        return new String(fields, StandardCharsets.US_ASCII) + MESSAGE;
    }

    private static String canonical(String field) {
        byte[] from = field.getBytes(StandardCharsets.US_ASCII);
        byte[] to = new byte[from.length + 2];
        int end = Relaxed.field(from, 0, field.indexOf(':'), from.length, to, 0);
        return new String(to, 0, end, StandardCharsets.US_ASCII);
    }

    private static byte[] bytes(String hex, byte[] after) {
        byte[] before = HexFormat.of().parseHex(hex);
        byte[] all = Arrays.copyOf(before, before.length + after.length);
        System.arraycopy(after, 0, all, before.length, after.length);
        return all;
    }
}
