package org.handrail.notifier.link.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.handrail.contract.HowGiven;
import org.handrail.contract.Language;
import org.handrail.contract.Purpose;
import org.handrail.notifier.link.ClientLink;
import org.handrail.notifier.link.ClientLinks;
import org.handrail.notifier.link.LinkTokens;
import org.handrail.notifier.link.web.LinkPagesApplication.Ledger;
import org.handrail.notifier.template.mustache.Renderings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(
        classes = LinkPagesApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.import=classpath:handrail-platform.yml", "handrail.service=notifier",
            "spring.flyway.enabled=false", "handrail.db.url=jdbc:postgresql://localhost:1/none",
            "management.server.port=-1"})
class LinkPagesTest {

    private static final UUID CLIENT = UUID.fromString("0b9c4f0e-0000-4000-8000-00000000abcd");
    private static final Instant NOW = LinkPagesApplication.NOW;
    private static final String FORM = "application/x-www-form-urlencoded";

    @Autowired
    private Ledger ledger;
    @Autowired
    private LinkTokens tokens;
    @Autowired
    private AtomicLong guessNanos;
    @LocalServerPort
    private int port;
    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeEach
    void forget() {
        ledger.stops.clear();
        ledger.confirmed.clear();
        ledger.current = true;
        guessNanos.addAndGet(Duration.ofMinutes(2).toNanos());
    }

    @Test
    void showsWhatWillStopAndChangesNothing() throws Exception {
        String token = stopToken(Language.EN);

        for (String path : List.of("/s/", "/u/")) {
            HttpResponse<String> page = get(path + token);
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).contains("lang=\"en\"", "Message preferences", "Reminders of appointments",
                    "action=\"/s/" + token + "\"");
            assertThat(send(request(path + token).method("HEAD", BodyPublishers.noBody())).statusCode()).isEqualTo(200);
        }

        assertThat(ledger.stops).isEmpty();
    }

    @Test
    void stopsEverythingAtThePressOfTheButton() throws Exception {
        HttpResponse<String> page = post("/s/" + stopToken(Language.EN), FORM, "what=all");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("In force since", "Monday, May 4, 9:05 AM EDT", "All emails");
        assertThat(ledger.stops).singleElement().satisfies(stop -> {
            assertThat(stop.clientId()).isEqualTo(CLIENT);
            assertThat(stop.purposes()).containsExactlyInAnyOrder(Purpose.values());
            assertThat(stop.how()).isEqualTo(HowGiven.LINK_PAGE);
        });
    }

    @Test
    void stopsOnlyWhatTheMailWasAboutWhenAsked() throws Exception {
        HttpResponse<String> page = post("/s/" + stopToken(Language.ES), FORM, "what=this");

        assertThat(page.body()).contains("lang=\"es\"", "En vigor desde", "lunes 4 de mayo, 9:05 a.\u00a0m. EDT",
                "Recordatorios de citas");
        assertThat(ledger.stops).singleElement()
                .satisfies(stop -> assertThat(stop.purposes()).containsExactly(Purpose.APPOINTMENT_REMINDERS));
    }

    @Test
    void takesAButtonPressedWithoutAChoiceForAProgramsPress() throws Exception {
        String path = "/s/" + stopToken(Language.EN);

        assertThat(get(path).body()).doesNotContain("checked");
        assertThat(post(path, FORM, "").statusCode()).isEqualTo(422);
        assertThat(post(path, FORM, "what=all&what=this&what=none").statusCode()).isEqualTo(422);
        assertThat(post(path, FORM, "what=none").body()).contains("Nothing has changed");
        assertThat(ledger.stops).isEmpty();
    }

    @Test
    void asksOnceMoreWhenAChromiumSaysThatNobodysHandWasInItAndThenNeverAgain() throws Exception {
        String path = "/s/" + stopToken(Language.EN);

        HttpResponse<String> first = send(byScript(path, "what=all"));
        assertThat(first.statusCode()).isEqualTo(422);
        assertThat(first.body()).contains("name=\"again\"");
        assertThat(ledger.stops).isEmpty();
        assertThat(send(byScript(path, "what=all&again=yes")).statusCode()).isEqualTo(200);
        assertThat(ledger.stops).hasSize(1);
    }

    @Test
    void countsAStopSaidAgainAsAnotherAct() throws Exception {
        String token = stopToken(Language.EN);
        post("/s/" + token, FORM, "what=all");
        post("/s/" + token, FORM, "what=all");

        assertThat(ledger.stops).extracting(stop -> stop.stopId()).doesNotHaveDuplicates().hasSize(2);
    }

    @Test
    void takesOneClickInEitherForm() throws Exception {
        String token = stopToken(Language.EN);
        HttpResponse<String> first = post("/u/" + token, FORM, "List-Unsubscribe=One-Click");
        HttpResponse<String> second = post("/u/" + token, "multipart/form-data; boundary=x",
                "--x\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--x--\r\n");

        assertThat(List.of(first, second)).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        });
        assertThat(ledger.stops).hasSize(2).allSatisfy(stop -> {
            assertThat(stop.how()).isEqualTo(HowGiven.ONE_CLICK);
            assertThat(stop.purposes()).containsExactlyInAnyOrder(Purpose.values());
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "List-Unsubscribe=", "List-Unsubscribe=one-click-please", "Unsubscribe=One-Click"})
    void takesNothingElseForOneClick(String body) throws Exception {
        assertThat(post("/u/" + stopToken(Language.EN), FORM, body).statusCode()).isEqualTo(400);
        assertThat(ledger.stops).isEmpty();
    }

    @Test
    void takesOneClickFromTheBodyAlone() throws Exception {
        String token = stopToken(Language.EN);

        assertThat(post("/u/" + token + "?List-Unsubscribe=One-Click", FORM, "").statusCode()).isEqualTo(400);
        assertThat(post("/u/" + token, "text/plain", "List-Unsubscribe=One-Click").statusCode()).isEqualTo(400);
        assertThat(post("/u/" + token, "multipart/form-data; boundary=x", "--y\r\ngarbage").statusCode())
                .isEqualTo(400);
        assertThat(ledger.stops).isEmpty();
    }

    @Test
    void confirmsOnlyAnAddressThatItsOwnerSaysIsTheirs() throws Exception {
        String path = "/c/" + confirmToken(NOW.plus(Duration.ofDays(1)));

        assertThat(get(path).body()).contains("Is this your email address?").doesNotContain("checked");
        assertThat(post(path, FORM, "").statusCode()).isEqualTo(422);
        assertThat(post(path, FORM, "mine=no").body()).contains("Thank you for telling us");
        assertThat(ledger.confirmed).isEmpty();
        assertThat(post(path, FORM, "mine=yes").body()).contains("your address is confirmed");
        assertThat(ledger.confirmed).containsExactly(new Ledger.Confirmed(CLIENT, 4, HowGiven.LINK_PAGE));
    }

    @Test
    void saysSoWhenTheAddressHasChangedSince() throws Exception {
        ledger.current = false;

        assertThat(post("/c/" + confirmToken(NOW.plus(Duration.ofDays(1))), FORM, "mine=yes").body())
                .contains("This address has changed since");
    }

    @Test
    void sendsTheHolderOfAnOldLinkToThePhone() throws Exception {
        HttpResponse<String> page = get("/c/" + confirmToken(NOW.minus(Duration.ofHours(1))));

        assertThat(page.statusCode()).isEqualTo(410);
        assertThat(page.body()).contains("This link is too old", "tel:");
    }

    @Test
    void keepsStopLinksWorkingForMonths() throws Exception {
        String then = new ClientLinks(URI.create("http://localhost"), tokens)
                .stop(CLIENT, Purpose.FOLLOW_UP, Language.EN, NOW.minus(Duration.ofDays(90))).page();

        assertThat(get(URI.create(then).getPath()).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "%20", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "'\"<script>", "%F0%9F%98%80"})
    void saysNothingAboutATokenThatIsNotOurs(String token) throws Exception {
        String path = "/s/" + token.replace("\"", "%22").replace("<", "%3C").replace(">", "%3E");

        assertThat(get(path).statusCode()).isEqualTo(404);
        assertThat(post(path, FORM, "what=all").statusCode()).isEqualTo(404);
        assertThat(ledger.stops).isEmpty();
    }

    @Test
    void letsNoTokenServeForAnotherPurpose() throws Exception {
        assertThat(post("/c/" + stopToken(Language.EN), FORM, "mine=yes").statusCode()).isEqualTo(404);
        assertThat(post("/s/" + confirmToken(NOW.plus(Duration.ofDays(1))), FORM, "").statusCode()).isEqualTo(404);
    }

    @Test
    void slowsGuessingButNeverAStop() throws Exception {
        String path = "/s/" + "B".repeat(76);
        List<Integer> answers = IntStream.range(0, GuessLimit.GUESSES + 40).map(i -> status(path)).boxed().toList();

        assertThat(answers).contains(429);
        assertThat(post("/u/" + stopToken(Language.EN), FORM, "List-Unsubscribe=One-Click").statusCode())
                .isEqualTo(200);
    }

    @Test
    void showsNothingThatRevealsAndLoadsNothingFromElsewhere() throws Exception {
        for (Language language : Language.values()) {
            String token = stopToken(language);
            List<HttpResponse<String>> pages = List.of(
                    get("/s/" + token), post("/s/" + token, FORM, "what=all"),
                    get("/c/" + tokens.seal(new ClientLink.ConfirmAddress(
                            CLIENT, 4, language, NOW.plus(Duration.ofDays(1))), NOW)));
            assertThat(pages).allSatisfy(page -> {
                String body = page.body().replaceAll("/[sc]/[A-Za-z0-9_-]{76}", "");
                assertThat(Renderings.discretion().reveals(body)).isFalse();
                assertThat(body).doesNotContain("<script", "http://", "https://");
                assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
                assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
                assertThat(page.headers().firstValue("X-Robots-Tag")).hasValueSatisfying(
                        robots -> assertThat(robots).contains("noindex"));
                assertThat(page.headers().firstValue("Content-Security-Policy")).hasValueSatisfying(
                        policy -> assertThat(policy).contains("default-src 'none'", "frame-ancestors 'none'"));
            });
        }
        assertThat(get("/assets/links.css").statusCode()).isEqualTo(200);
    }

    private HttpRequest.Builder byScript(String path, String body) {
        return request(path).header("Content-Type", FORM).header("Sec-CH-UA", "\"Chromium\";v=\"140\"")
                .header("Sec-Fetch-Mode", "navigate").POST(BodyPublishers.ofString(body));
    }

    private String stopToken(Language language) {
        return tokens.seal(new ClientLink.Stop(
                CLIENT, Purpose.APPOINTMENT_REMINDERS, language, NOW.plus(Duration.ofDays(1))), NOW);
    }

    private String confirmToken(Instant expiresAt) {
        return tokens.seal(new ClientLink.ConfirmAddress(CLIENT, 4, Language.EN, expiresAt), NOW);
    }

    private int status(String path) {
        try {
            return get(path).statusCode();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path));
    }

    private HttpResponse<String> post(String path, String type, String body) throws IOException, InterruptedException {
        return send(request(path).header("Content-Type", type).POST(BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
