package org.handrail.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class FormTest {

    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");

    private final RunningIntake intake = RunningIntake.shared();
    private final String email = RunningIntake.fresh("sam") + "@example.org";

    @Test
    void showsAFormThatPromisesNothingAndTellsWhereHelpIs() {
        HttpResponse<String> page = intake.get("/");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("<html lang=\"en\">", "<title>Contact us</title>", "988", "911",
                "1-800-662-4357", "not watched for emergencies").doesNotContain("<script", "http://", "??");
        assertThat(page.body()).doesNotContain("checked=");
        assertThat(page.headers().firstValue("cache-control")).hasValue("no-store");
        assertThat(page.headers().firstValue("set-cookie")).isEmpty();
        assertThat(intake.get("/assets/intake.css").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"es-MX,/,es", "'fr,es;q=0.5,en;q=0.4',/,es", "fr,/,en", "es,/?lang=en,en", "en,/?lang=es,es",
        "'*',/,en", "';;;',/,en"})
    void speaksTheLanguageThatIsAskedFor(String accepted, String path, String language) {
        String page = intake.get(path, "Accept-Language", accepted).body();

        assertThat(page).contains("<html lang=\"" + language + "\">").doesNotContain("??");
    }

    @Test
    void takesAnInquiryAndThanksOnAPageOfItsOwn() {
        HttpResponse<String> answer = intake.form(fields());

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("location")).hasValue("/thanks?lang=en");
        assertThat(intake.get("/thanks?lang=en").body()).contains("<title>Thank you</title>", "988")
                .doesNotContain("class=\"urgent\"");
        JsonNode inquiry = inquiries().get(0);
        assertThat(inquiry.path("relationship").asString()).isEqualTo("SELF");
        assertThat(inquiry.path("crisis").asBoolean()).isFalse();
        JsonNode contact = intake.facts(client(), "contact.changed").get(0);
        assertThat(contact.path("phone").asString()).isEqualTo("+12025550171");
        assertThat(contact.path("version").asInt()).isEqualTo(1);
        assertThat(contact.path("messages").get(0).asString()).isEqualTo("Two lines\nof text.");
    }

    @Test
    void recordsConsentOnlyWhereABoxWasTicked() {
        intake.form(fields());
        assertThat(intake.facts(client(), "consent.recorded")).isEmpty();

        Map<String, String> ticked = fields();
        ticked.put("emailRequest", "yes");
        ticked.put("emailReminders", "yes");
        ticked.put("message", "another");
        intake.form(ticked);

        List<JsonNode> consents = intake.facts(clients().get(1), "consent.recorded");
        assertThat(consents).extracting(consent -> consent.path("purpose").asString())
                .containsExactlyInAnyOrder("RECEIPTS", "FOLLOW_UP", "APPOINTMENT_REMINDERS");
        assertThat(consents).allSatisfy(consent -> {
            assertThat(consent.path("wording").asString()).isEqualTo("web-form/1");
            assertThat(consent.path("riskWarningShown").asBoolean()).isTrue();
        });
    }

    @Test
    void takesNoConsentFromARelative() {
        Map<String, String> fields = fields();
        fields.put("relationship", "relative");
        fields.put("emailRequest", "yes");
        intake.form(fields);

        assertThat(intake.facts(client(), "consent.recorded")).isEmpty();
        assertThat(intake.facts(client(), "contact.changed").get(0).path("inquirer").asBoolean()).isTrue();
    }

    @Test
    void neverChangesSomebodyKnownButNamesThem() {
        intake.form(fields());
        Map<String, String> second = fields();
        second.put("givenName", "Somebody else");
        second.put("email", email.toUpperCase());
        intake.form(second);

        List<UUID> clients = clients();
        assertThat(clients).hasSize(2);
        assertThat(intake.facts(clients.get(0), "contact.changed")).hasSize(1);
        assertThat(intake.facts(clients.get(1), "inquiry.received").get(0).path("possibleMatches").toString())
                .contains(clients.get(0).toString());
    }

    @Test
    void showsWhatWasTypedAndWhatIsToBeCorrected() {
        Map<String, String> fields = fields();
        fields.put("email", "sam<b>@nowhere");
        fields.remove("relationship");
        fields.put("message", "</textarea><script>alert(1)</script>");
        HttpResponse<String> page = intake.form("?lang=es", fields);

        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains("<html lang=\"es\">", "role=\"alert\"", "href=\"#email\"",
                        "sam&lt;b&gt;@nowhere", "+1 202-555-0171", "aria-invalid=\"true\"")
                .doesNotContain("<script", "??");
        assertThat(clients()).isEmpty();
    }

    @Test
    void findsWordsOfCrisisInBothLanguagesAndShowsTheLinesFirst() {
        Map<String, String> fields = fields();
        fields.put("message", "ya no aguanto más, quiero morirme");
        HttpResponse<String> answer = intake.form("?lang=es", fields);

        assertThat(answer.headers().firstValue("location")).hasValue("/thanks?lang=es&now");
        assertThat(intake.get("/thanks?lang=es&now").body()).contains("class=\"urgent\"", "tel:988");
        assertThat(inquiries().get(0).path("crisis").asBoolean()).isTrue();
    }

    @Test
    void keepsASuspiciousInquiryAndSaysSo() {
        Map<String, String> fields = fields();
        fields.put("website", "http://spam.example");
        HttpResponse<String> answer = intake.form(fields);

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(intake.jdbc.sql("select suspicious from inquiry where client_id = :id").param("id", client())
                .query(Boolean.class).single()).isTrue();
    }

    @Test
    void takesADoubleClickOnceAndAChangedFormAnew() throws Exception {
        Map<String, String> fields = fields();
        fields.put("token", token());
        var pool = Executors.newFixedThreadPool(6);
        Callable<Integer> click = () -> intake.form(fields).statusCode();
        var clicks = pool.invokeAll(List.of(click, click, click, click, click, click));
        pool.shutdown();

        for (var one : clicks) {
            assertThat(one.get()).isEqualTo(303);
        }
        assertThat(clients()).hasSize(1);
        fields.put("message", "I forgot something");
        intake.form(fields);
        assertThat(clients()).hasSize(2);
    }

    private String token() {
        Matcher matcher = TOKEN.matcher(intake.get("/").body());
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    private Map<String, String> fields() {
        return new HashMap<>(Map.of("relationship", "self", "givenName", "Sam", "email", email,
                "phone", "+1 202-555-0171", "message", "Two lines\r\nof text.\u0007", "preferredContact", "phone"));
    }

    private List<UUID> clients() {
        return intake.jdbc.sql("select id from client where lower(email) = lower(:email) order by created_at, version, as_of, ctid")
                .param("email", email).query(UUID.class).list();
    }

    private UUID client() {
        return clients().get(0);
    }

    private List<JsonNode> inquiries() {
        return intake.facts(client(), "inquiry.received");
    }
}
