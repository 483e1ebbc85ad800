package org.handrail.notifier.link.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.handrail.contract.Language;
import org.handrail.contract.Purpose;
import org.handrail.notifier.link.ClientLink;
import org.handrail.notifier.link.LinkTokens;
import org.handrail.notifier.link.web.LinkPagesApplication.ChoicesOfTheTest;
import org.handrail.notifier.link.web.LinkPagesApplication.Ledger;
import org.handrail.notifier.link.web.LinkPagesApplication.NewAddresses;
import org.handrail.notifier.link.web.LinkPagesApplication.Wishes;
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
class PreferencesPageTest {

    private static final Instant NOW = LinkPagesApplication.NOW;

    @Autowired
    private ChoicesOfTheTest choices;
    @Autowired
    private Ledger ledger;
    @Autowired
    private Wishes wishes;
    @Autowired
    private NewAddresses addresses;
    @Autowired
    private AtomicLong guessNanos;
    @Autowired
    private LinkTokens tokens;
    @LocalServerPort
    private int port;
    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeEach
    void startAnew() {
        choices.chosen.clear();
        choices.known = true;
        ledger.stops.clear();
        ledger.confirmed.clear();
        wishes.brought.clear();
        addresses.acts.clear();
        addresses.open = true;
        guessNanos.addAndGet(Duration.ofHours(2).toNanos());
    }

    @Test
    void showsHowThingsStandWithNothingChosenAndChangesNothing() throws Exception {
        for (Language language : Language.values()) {
            HttpResponse<String> page = send(request(path(language)));
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.headers().firstValue("Content-Language")).contains(language.tag());
            assertThat(page.body()).contains("value=\"APPOINTMENT_REMINDERS\"").doesNotContain(
                    "value=\"FOLLOW_UP\"", "checked", "??", "<script", "https://");
            assertThat(Renderings.discretion().reveals(page.body().replaceAll("/p/[A-Za-z0-9_-]+", ""))).isFalse();
        }
        assertThat(choices.chosen).isEmpty();
    }

    @Test
    void savesWhatWasChosenAndNothingElse() throws Exception {
        HttpResponse<String> page = post(path(Language.EN), "detailed=yes&save=yes");

        assertThat(page.body()).contains("Saved");
        assertThat(choices.chosen).singleElement().satisfies(one -> {
            assertThat(one.detailed()).isTrue();
            assertThat(one.calendarFiles()).isNull();
            assertThat(one.wording()).isEqualTo(PreferencesPage.WORDING);
        });
        assertThat(ledger.stops).isEmpty();
    }

    @Test
    void stopsSomeAndSaysSinceWhen() throws Exception {
        HttpResponse<String> page = post(path(Language.EN),
                "stop=APPOINTMENT_REMINDERS&stop=RECEIPTS&calendar=no&save=yes");

        assertThat(page.body()).contains("In force since", "Monday, May 4, 9:05 AM EDT");
        assertThat(ledger.stops).singleElement().satisfies(stop -> assertThat(stop.purposes())
                .containsExactlyInAnyOrder(Purpose.APPOINTMENT_REMINDERS, Purpose.RECEIPTS));
        assertThat(choices.chosen).singleElement().satisfies(one -> assertThat(one.calendarFiles()).isFalse());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "save=yes", "stop=APPOINTMENT_REMINDERS&detailed=yes", "save=no&detailed=yes",
        "save=look&stop=FOLLOW_UP", "save=no&save=yes&save=look&calendar=yes", "save=yes&stop=EVERYTHING&detailed=maybe"})
    void takesWhatNobodyMeantForNothing(String body) throws Exception {
        assertThat(post(path(Language.EN), body).statusCode()).isIn(200, 422);
        assertThat(choices.chosen).isEmpty();
        assertThat(ledger.stops).isEmpty();
    }

    @Test
    void bringsLanguageAndZoneToWhereTheyAreKept() throws Exception {
        HttpResponse<String> page = post(path(Language.EN), "language=es&zone=America/Phoenix&save=yes");

        assertThat(page.body()).contains("Español", "Arizona (Phoenix)");
        assertThat(wishes.brought).singleElement().satisfies(wish -> {
            assertThat(wish.language()).isEqualTo(Language.ES);
            assertThat(wish.zone()).isEqualTo("America/Phoenix");
        });
        assertThat(post(path(Language.EN), "zone=Mars/Olympus&language=tlh&save=yes").statusCode()).isEqualTo(422);
        assertThat(wishes.brought).hasSize(1);
    }

    @Test
    void asksForAnotherAddressAndAnswersAlikeWhenThereWereTooMany() throws Exception {
        String page = path(Language.EN);
        String first = post(page, "email=+Robin%40Example.COM+&save=yes").body();
        for (int i = 1; i < AddressesAsked.MOST; i++) {
            post(page, "email=other%40example.org&save=yes");
        }

        String overMost = post(page, "email=one-more%40example.org&save=yes").body();

        assertThat(first).contains("Until then we go on writing to the address we have").doesNotContainIgnoringCase("robin");
        assertThat(overMost).isEqualTo(first);
        assertThat(addresses.acts).hasSize(AddressesAsked.MOST).doesNotContain("ask 1 one-more@example.org")
                .startsWith("ask 1 Robin@example.com");
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-at", "a@b", "a b@example.org", "a%0d%0aBcc:x@example.org", "a@example.org,b@example.org",
        "<a@example.org>", "%22a%22@example.org", "a@[127.0.0.1]", "a@1.2.3.4", "%C3%B1@example.org", "@example.org"})
    void asksNobodyWhoCanNotBeWrittenTo(String address) throws Exception {
        HttpResponse<String> page = post(path(Language.EN), "detailed=yes&save=yes&email=" + address);

        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(addresses.acts).isEmpty();
        assertThat(choices.chosen).as("nothing is saved by halves").isEmpty();
    }

    @Test
    void asksForNoAddressByAMailThatWentToAFormerOne() throws Exception {
        String page = "/p/" + tokens.seal(new ClientLink.Preferences(
                UUID.randomUUID(), 7, Language.EN, NOW.plus(Duration.ofDays(1))), NOW);

        assertThat(send(request(page)).body()).contains("call us").doesNotContain("name=\"email\"");
        assertThat(post(path(Language.EN), "email=a%40example.org&save=no").statusCode()).isEqualTo(200);
        assertThat(addresses.acts).isEmpty();
    }

    @Test
    void movesToAnAddressByItsOwnersAnswerAndByNothingElse() throws Exception {
        for (Language language : Language.values()) {
            String page = newAddress(language);
            assertThat(send(request(page)).body()).doesNotContain("checked", "??", "<script", "https://", "@");
            assertThat(send(request(page).method("HEAD", BodyPublishers.noBody())).statusCode()).isEqualTo(200);
            for (String press : new String[] {"", "mine=", "mine=maybe", "mine=no&mine=yes&mine=look"}) {
                assertThat(post(page, press).statusCode()).as(press).isIn(200, 422);
            }
            assertThat(send(form(page, "mine=yes").header("Sec-CH-UA", "\"Chromium\"")).statusCode()).isEqualTo(422);
        }
        assertThat(addresses.acts).isEmpty();

        assertThat(post(newAddress(Language.ES), "mine=yes").body()).contains("Gracias");
        assertThat(post(newAddress(Language.EN), "mine=no").body()).contains("will not write to this address");
        assertThat(post(newAddress(Language.EN), "List-Unsubscribe=One-Click").body()).isEqualTo("Stopped.\n");
        assertThat(addresses.acts).containsExactly("confirm", "decline", "decline");
    }

    @Test
    void saysSoWhenAWishHoldsNoLonger() throws Exception {
        addresses.open = false;

        assertThat(send(request(newAddress(Language.EN))).body()).contains("holds no longer").doesNotContain("<form");
        assertThat(post(newAddress(Language.EN), "mine=yes").body()).contains("holds no longer");
        assertThat(post(newAddress(Language.EN).replace("/n/", "/p/"), "save=yes").statusCode()).isEqualTo(404);
    }

    /** Each page with each other page's token, and with one changed: the same answer, which tells nothing. */
    @Test
    void opensNoPageWithATokenOfAnother() throws Exception {
        Instant end = NOW.plus(Duration.ofDays(1));
        UUID who = UUID.randomUUID();
        Map<String, ClientLink> links = Map.of(
                "s", new ClientLink.Stop(who, Purpose.RECEIPTS, Language.EN, end),
                "c", new ClientLink.ConfirmAddress(who, 1, Language.EN, end),
                "a", new ClientLink.Answer(who, UUID.randomUUID(), 1, Language.EN, end),
                "p", new ClientLink.Preferences(who, 1, Language.EN, end),
                "n", new ClientLink.NewAddress(who, UUID.randomUUID(), Language.EN, end));
        Set<String> answers = new HashSet<>();
        for (String page : links.keySet()) {
            for (Map.Entry<String, ClientLink> other : links.entrySet()) {
                String token = tokens.seal(other.getValue(), NOW);
                String path = "/" + page + "/" + (other.getKey().equals(page) ? swapped(token) : token);
                guessNanos.addAndGet(Duration.ofMinutes(2).toNanos());
                HttpResponse<String> shown = send(request(path));
                HttpResponse<String> pressed = post(path,
                        "what=all&mine=yes&detailed=yes&email=a%40example.org&save=yes&List-Unsubscribe=One-Click");
                assertThat(shown.statusCode()).as(path).isEqualTo(404);
                answers.add(shown.body());
                assertThat(pressed.statusCode()).as(path).isEqualTo(404);
            }
        }
        assertThat(answers).as("alike for all").hasSize(1);
        assertThat(ledger.stops).isEmpty();
        assertThat(ledger.confirmed).isEmpty();
        assertThat(choices.chosen).isEmpty();
        assertThat(addresses.acts).isEmpty();
    }

    private static String swapped(String token) {
        return token.substring(0, 30) + (token.charAt(30) == 'A' ? 'B' : 'A') + token.substring(31);
    }

    @Test
    void knowsNobodyWhoWasErased() throws Exception {
        choices.known = false;

        assertThat(send(request(path(Language.EN))).statusCode()).isEqualTo(404);
        assertThat(post(path(Language.EN), "detailed=yes&save=yes").statusCode()).isEqualTo(404);
        assertThat(choices.chosen).isEmpty();
    }

    private String path(Language language) {
        return "/p/" + tokens.seal(
                new ClientLink.Preferences(UUID.randomUUID(), 1, language, NOW.plus(Duration.ofDays(1))), NOW);
    }

    private String newAddress(Language language) {
        return "/n/" + tokens.seal(new ClientLink.NewAddress(
                UUID.randomUUID(), UUID.randomUUID(), language, NOW.plus(Duration.ofDays(1))), NOW);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    private HttpResponse<String> post(String path, String body) throws Exception {
        return send(form(path, body));
    }

    private HttpRequest.Builder form(String path, String body) {
        return request(path).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
