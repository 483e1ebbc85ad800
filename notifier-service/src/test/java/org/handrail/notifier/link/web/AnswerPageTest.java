package org.handrail.notifier.link.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.handrail.contract.Language;
import org.handrail.contract.Purpose;
import org.handrail.contract.consents.AppointmentAnswered.Answer;
import org.handrail.notifier.answer.GivenAnswer;
import org.handrail.notifier.answer.Standing;
import org.handrail.notifier.link.ClientLink;
import org.handrail.notifier.link.LinkTokens;
import org.handrail.notifier.link.web.LinkPagesApplication.Answers;
import org.handrail.notifier.template.mustache.Renderings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
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
class AnswerPageTest {

    private static final Instant NOW = LinkPagesApplication.NOW;
    /** The appointment is on a Tuesday. */
    private static final String TUESDAY = "&day=2";

    @Autowired
    private Answers answers;
    @Autowired
    private LinkTokens tokens;
    @Autowired
    private AtomicLong guessNanos;
    @LocalServerPort
    private int port;
    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeEach
    void startAnew() {
        answers.given.clear();
        answers.standing = LinkPagesApplication.BOOKED;
        guessNanos.addAndGet(Duration.ofHours(1).toNanos());
    }

    @Test
    void showsTheAppointmentWithNothingChosenAndChangesNothing() throws Exception {
        HttpResponse<String> page = send(request(path(Language.EN)));

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("Tuesday, May 5", "9:30 AM", "I will come", "I need another time",
                "I would like to cancel").doesNotContain("checked", "I take my answer back", "<script", "https://");
        assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(send(request(path(Language.EN)).method("HEAD", BodyPublishers.noBody())).statusCode()).isEqualTo(200);
        assertThat(send(request(path(Language.EN) + "?what=cancel&day=2")).statusCode()).isEqualTo(200);
        assertThat(answers.given).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"come, CONFIRMED, we are expecting you", "move, MOVE_ASKED, about another time",
        "cancel, CANCEL_ASKED, We have passed this on"})
    void takesAnAnswerOfAPerson(String what, Answer recorded, String heading) throws Exception {
        HttpResponse<String> page = post(path(Language.EN), "what=" + what + TUESDAY);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains(heading, "You can take this back until", "Monday, May 4, 9:35 AM EDT");
        assertThat(answers.given).containsExactly(recorded);
    }

    @Test
    void takesAnAnswerBackOnceThereIsOne() throws Exception {
        String path = path(Language.ES);
        post(path, "what=cancel" + TUESDAY);

        assertThat(send(request(path)).body()).contains("Su respuesta hasta ahora", "Deseo cancelar", "Retiro mi respuesta");
        assertThat(post(path, "what=undo" + TUESDAY).body()).contains("Hemos retirado su respuesta");
        assertThat(answers.given).containsExactly(Answer.CANCEL_ASKED, Answer.UNDONE);
    }

    @Test
    void offersNoTakingBackAfterHalfAnHour() throws Exception {
        answers.standing = new Standing.Open(LinkPagesApplication.BOOKED.startsAt(), "America/New_York", "main",
                new GivenAnswer(UUID.randomUUID(), Answer.CONFIRMED, NOW.minus(GivenAnswer.UNDO)));

        assertThat(send(request(path(Language.EN))).body()).contains("Your answer so far")
                .doesNotContain("I take my answer back");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "what=cancel", "day=2", "what=cancel&day=1", "what=cancel&day=", "what=nothing",
        "what=come&what=move&what=cancel&day=2", "what=cancel&day=1&day=2&day=3", "what=CANCEL&day=2",
        "what=undone&day=2"})
    void takesWhatNobodyMeantForNothing(String body) throws Exception {
        assertThat(post(path(Language.EN), body).statusCode()).isIn(422, 200);
        assertThat(answers.given).isEmpty();
    }

    /** What programs do that fill forms in: the first of each question, or the last. */
    @Test
    void hasTheRightDayNeverAtAnEndOfTheList() throws Exception {
        for (int i = 0; i < 40; i++) {
            List<String> days = Pattern.compile("name=\"day\" value=\"(\\d)\"").matcher(send(request(path(Language.EN))).body())
                    .results().map(day -> day.group(1)).toList();
            assertThat(days).containsExactlyInAnyOrder("1", "2", "3", "4", "5", "6", "7");
            assertThat(days.indexOf("2")).isBetween(1, 5);
        }
    }

    @Test
    void letsNobodyTryOneDayAfterTheOther() throws Exception {
        String path = path(Language.EN);
        for (int day = 3; day < 3 + WrongDays.MOST; day++) {
            assertThat(post(path, "what=cancel&day=" + day).statusCode()).isEqualTo(422);
        }

        assertThat(post(path, "what=cancel" + TUESDAY).statusCode()).isEqualTo(429);
        assertThat(answers.given).isEmpty();
    }

    @Test
    void takesNothingThatAChromiumPressedByItself() throws Exception {
        HttpRequest.Builder press = request(path(Language.EN)).header("Sec-CH-UA", "\"HeadlessChrome\";v=\"140\"")
                .header("Content-Type", "application/x-www-form-urlencoded");

        assertThat(send(press.copy().POST(BodyPublishers.ofString("what=come" + TUESDAY))).statusCode()).isEqualTo(422);
        assertThat(answers.given).isEmpty();
        assertThat(send(press.header("Sec-Fetch-User", "?1").POST(BodyPublishers.ofString("what=come" + TUESDAY)))
                .statusCode()).isEqualTo(200);
        assertThat(answers.given).containsExactly(Answer.CONFIRMED);
    }

    @ParameterizedTest
    @EnumSource(Standing.Why.class)
    void saysKindlyWhenThereIsNothingToAnswerAnyMore(Standing.Why why) throws Exception {
        answers.standing = new Standing.Closed(why);
        for (Language language : Language.values()) {
            String path = path(language);
            for (HttpResponse<String> page : List.of(send(request(path)), post(path, "what=cancel" + TUESDAY))) {
                assertThat(page.statusCode()).isEqualTo(200);
                assertThat(page.body()).contains("tel:").doesNotContain("<form", "??");
            }
        }
        assertThat(answers.given).isEmpty();
    }

    @Test
    void revealsNothing() throws Exception {
        for (Language language : Language.values()) {
            String path = path(language);
            for (HttpResponse<String> page : List.of(send(request(path)), post(path, ""), post(path, "what=move" + TUESDAY))) {
                assertThat(Renderings.discretion().reveals(page.body().replaceAll("/a/[A-Za-z0-9_-]+", ""))).isFalse();
            }
        }
    }

    @Test
    void opensForNoOtherToken() throws Exception {
        String stop = tokens.seal(new ClientLink.Stop(UUID.randomUUID(), Purpose.FOLLOW_UP,
                Language.EN, NOW.plus(Duration.ofDays(1))), NOW);

        assertThat(post("/a/" + stop, "what=come" + TUESDAY).statusCode()).isEqualTo(404);
        assertThat(post("/s" + path(Language.EN).substring(2), "what=all").statusCode()).isEqualTo(404);
    }

    private String path(Language language) {
        return "/a/" + tokens.seal(new ClientLink.Answer(UUID.randomUUID(), UUID.randomUUID(), 3, language,
                NOW.plus(Duration.ofDays(1))), NOW);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    private HttpResponse<String> post(String path, String body) throws Exception {
        return send(request(path).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
