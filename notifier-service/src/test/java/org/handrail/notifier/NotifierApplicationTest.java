package org.handrail.notifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Stream;
import net.fortuna.ical4j.model.component.VEvent;
import org.handrail.contract.AppointmentKind;
import org.handrail.contract.AppointmentStatus;
import org.handrail.contract.Event;
import org.handrail.contract.HowGiven;
import org.handrail.contract.Language;
import org.handrail.contract.Purpose;
import org.handrail.contract.contacts.ContactChanged;
import org.handrail.contract.intake.AddressReadBack;
import org.handrail.contract.intake.AppointmentChanged;
import org.handrail.contract.intake.AppointmentChanged.CancelledBy;
import org.handrail.contract.intake.AppointmentChanged.Change;
import org.handrail.contract.intake.ConsentRecorded;
import org.handrail.contract.reminders.ReminderDue;
import org.handrail.local.LocalDatabase;
import org.handrail.local.LocalInfra;
import org.handrail.messaging.Outbox;
import org.handrail.notifier.bounce.Reports;
import org.handrail.notifier.calendar.ReceivedCalendars;
import org.handrail.notifier.choice.Chosen;
import org.handrail.notifier.choice.ClientChoices;
import org.handrail.notifier.dkim.SigningWith;
import org.handrail.notifier.dkim.Verifying;
import org.handrail.notifier.link.ReturnPaths;
import org.handrail.notifier.newaddress.AddressWishes;
import org.handrail.notifier.newaddress.MailAddress;
import org.handrail.notifier.template.Reminders;
import org.handrail.notifier.template.Rendering;
import org.handrail.notifier.template.mustache.MustacheRendering;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service as it ships, on a real broker, database and mail server. */
class NotifierApplicationTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String TOKEN = "the-services-secret";

    private static GreenMail mailbox;
    private static GreenMailUser returns;
    private static ConfigurableApplicationContext service;
    private static URI base;
    private static URI management;

    @BeforeAll
    static void start(@TempDir Path keys) throws IOException {
        SigningWith.write(SigningWith.both(), keys);
        mailbox = new GreenMail(new ServerSetup[] {
            new ServerSetup(0, "127.0.0.1", "smtp"), new ServerSetup(0, "127.0.0.1", "imap")});
        mailbox.start();
        returns = mailbox.setUser("returns@example.org", "returns", "secret");
        LocalInfra infra = LocalInfra.shared();
        LocalDatabase database = infra.newDatabase("NotifierApplicationTest");
        service = NotifierApplication.start(
                "--handrail.db.url=" + database.jdbcUrl(),
                "--handrail.db.user=" + database.user(),
                "--handrail.db.password=" + database.password(),
                "--handrail.kafka.bootstrap=" + infra.bootstrap(),
                "--handrail.kafka.topic-prefix=" + infra.newTopicPrefix("NotifierApplicationTest"),
                "--handrail.smtp.url=smtp://127.0.0.1:" + mailbox.getSmtp().getPort() + "?connections=2",
                "--handrail.bounce.imap.url=imap://returns:secret@127.0.0.1:" + mailbox.getImap().getPort()
                        + "/INBOX?poll=1",
                "--handrail.internal.token=" + TOKEN,
                "--handrail.dkim.keys=" + keys,
                "--handrail.links.port=0",
                "--handrail.links.management.port=0");
        base = URI.create("http://localhost:" + service.getEnvironment().getProperty("local.server.port"));
        management = URI.create("http://localhost:" + service.getEnvironment().getProperty("local.management.port"));
    }

    @AfterAll
    static void stop() {
        service.close();
        mailbox.stop();
    }

    @Test
    void sendsAReceiptThatWasConsentedToOnce() {
        UUID client = UUID.randomUUID();
        String address = client + "@example.org";

        publish(contact(client, address), consent(client, Purpose.RECEIPTS));
        ReminderDue receipt = receipt(client);
        publish(receipt, receipt);

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(state(receipt)).isEqualTo("SENT"));
        assertThat(mailTo(address)).isEqualTo(1);
    }

    @Test
    void hearsThatAMailCameBackAndKeepsAnAnswer() throws Exception {
        UUID client = UUID.randomUUID();
        String address = client + "@example.org";
        publish(contact(client, address), consent(client, Purpose.RECEIPTS));
        ReminderDue receipt = receipt(client);
        publish(receipt);
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(state(receipt)).isEqualTo("SENT"));
        String token = service.getBean(ReturnPaths.class).tokenFor(receipt.reminderId(), Instant.now());

        comesBack(Reports.bounce(token + "@example.org", address, "5.1.1", "550 5.1.1 No such user"));
        comesBack(Reports.reply(address, "frontdesk@example.org", token, "Can I come later?"));

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(state(receipt)).isEqualTo("BOUNCED"));
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(send(
                get("/internal/clients/" + client + "/replies", TOKEN)).body()).contains("\"text\":\"Can I come later?\""));
        assertThat(send(get("/internal/clients/" + client + "/replies", "guessed")).statusCode()).isEqualTo(401);
        assertThat(send(HttpRequest.newBuilder(management.resolve("/metrics")).build()).body())
                .contains("handrail_returned_mail_total{", "kind=\"hard\"", "handrail_mailbox_look_age_seconds");
    }

    @Test
    void asksTheOwnerOfAnotherAddressAndHearsThatItDoesNotExist() throws Exception {
        UUID client = UUID.randomUUID();
        publish(contact(client, client + "@example.org"), consent(client, Purpose.APPOINTMENT_REMINDERS),
                new AddressReadBack(client, 1, "staff-7", Instant.now()));
        AddressWishes wishes = service.getBean(AddressWishes.class);
        await().atMost(Duration.ofSeconds(30)).until(() -> wishes.mayAsk(client, 1));
        String other = "new." + client + "@example.org";

        wishes.ask(client, 1, MailAddress.read(other).orElseThrow(), Language.EN);
        await().atMost(Duration.ofSeconds(30)).until(() -> mailTo(other) == 1);
        assertThat(Verifying.believed(bytes(Stream.of(mailbox.getReceivedMessages())
                .filter(mail -> to(mail).equals(other)).findFirst().orElseThrow()), SigningWith.both())).hasSize(2);
        UUID asking = sql().queryForObject("select id from address_wish where client_id = ?", UUID.class, client);
        String token = service.getBean(ReturnPaths.class).tokenFor(asking, Instant.now());
        comesBack(Reports.bounce(token + "@example.org", other, "5.1.1", "550 5.1.1 No such user"));

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(sql().queryForObject(
                "select state || ' ' || reason from delivery where id = ?", String.class, asking))
                .isEqualTo("BOUNCED smtp-5.1.1"));
        assertThat(wishes.mayAsk(client, 1)).as("the client's own address").isTrue();
    }

    /** Whoever would have got the mail is called instead: followup makes a task of the reason. */
    @Test
    void holdsMailBackForAWordThatWasAddedWhileItRuns() throws Exception {
        UUID client = UUID.randomUUID();
        publish(contact(client, client + "@example.org"), consent(client, Purpose.RECEIPTS));

        HttpResponse<String> added = send(post("/internal/revealing-words", """
                {"editor": "ana", "why": "a unit's name", "revision": 0, "add": ["front desk"], "remove": []}""", TOKEN));
        assertThat(added.statusCode()).as(added.body()).isEqualTo(200);
        assertThat(added.body()).contains("\"revision\":1", "\"where\":\"HANDRAIL_MAIL_FROM\"", "\"entry\":\"front desk\"");
        ReminderDue held = receipt(client);
        publish(held);
        await().atMost(Duration.ofSeconds(30)).until(() -> state(held).equals("SKIPPED"));
        assertThat(sql().queryForObject("select reason from delivery where id = ?", String.class, held.reminderId()))
                .isEqualTo("revealing-word");

        assertThat(send(post("/internal/revealing-words",
                "{\"editor\":\"ben\",\"why\":\"w\",\"revision\":0,\"add\":[\"oak\"]}", TOKEN)).statusCode()).isEqualTo(409);
        assertThat(send(post("/internal/revealing-words",
                "{\"editor\":\"ben\",\"why\":\"w\",\"revision\":1,\"add\":[\"*a*\",\"\"]}", TOKEN)))
                .satisfies(bad -> assertThat(bad.statusCode()).isEqualTo(422))
                .satisfies(bad -> assertThat(bad.body()).contains("/add/0", "/add/1"));
        assertThat(send(post("/internal/revealing-words", "{\"add\":[null]}", TOKEN)))
                .satisfies(bad -> assertThat(bad.statusCode()).isEqualTo(400))
                .satisfies(bad -> assertThat(bad.body()).contains("/editor", "/why", "/revision", "/add/0"));
        assertThat(send(post("/internal/revealing-words",
                "{\"editor\":\"ben\",\"why\":\"w\",\"revision\":1,\"remove\":[\"front desk\"]}", TOKEN)).statusCode())
                .isEqualTo(200);
        assertThat(send(get("/internal/revealing-words", TOKEN)).body())
                .contains("\"revision\":2", "\"own\":[]", "\"*detox*\"", "\"configured\":[]", "\"by\":\"ben\"");

        ReminderDue sent = receipt(client);
        publish(sent);
        await().atMost(Duration.ofSeconds(30)).until(() -> state(sent).equals("SENT"));
        assertThat(mailTo(client + "@example.org")).isEqualTo(1);
    }

    @Test
    void signsWhatItSends() throws Exception {
        UUID client = UUID.randomUUID();
        String address = client + "@example.org";
        publish(contact(client, address), consent(client, Purpose.RECEIPTS));
        publish(receipt(client));
        await().atMost(Duration.ofSeconds(30)).until(() -> mailTo(address) == 1);

        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (MimeMessage message : mailbox.getReceivedMessages()) {
            if (message.getAllRecipients()[0].toString().contains(address)) {
                message.writeTo(bytes);
            }
        }

        assertThat(Verifying.believed(bytes.toByteArray(), SigningWith.both()))
                .containsExactlyInAnyOrder("rsa", "ed25519");
    }

    @Test
    void putsAnAppointmentOnACalendarMovesItAndTakesItOffAgain() {
        UUID client = UUID.randomUUID();
        String address = client + "@example.org";
        publish(new ContactChanged(client, 1, false, "Robin", "Vale", address, 1, null, Language.EN, whereItIsNoon(),
                "main", List.of()), consent(client, Purpose.APPOINTMENT_REMINDERS),
                new AddressReadBack(client, 1, "staff-7", Instant.now()));
        ClientChoices choices = service.getBean(ClientChoices.class);
        await().atMost(Duration.ofSeconds(30)).until(() -> choices.of(client).isPresent());
        choices.choose(new Chosen(client, null, true, HowGiven.LINK_PAGE, "preferences-page/2", Language.EN,
                Instant.now()));

        UUID appointment = UUID.randomUUID();
        Instant start = Instant.now().truncatedTo(ChronoUnit.HOURS).plus(Duration.ofDays(3));
        publish(appointment(client, appointment, 1, Change.BOOKED, start), confirmation(client, appointment, 1));
        await().atMost(Duration.ofSeconds(30)).until(() -> mailTo(address) == 1);
        Instant later = start.plus(Duration.ofHours(1));
        publish(appointment(client, appointment, 2, Change.MOVED, later), confirmation(client, appointment, 2));
        await().atMost(Duration.ofSeconds(30)).until(() -> mailTo(address) == 2);
        publish(appointment(client, appointment, 3, Change.CANCELLED, later));
        await().atMost(Duration.ofSeconds(30)).until(() -> mailTo(address) == 3);

        List<ReceivedCalendars.Received> received = Stream.of(mailbox.getReceivedMessages())
                .filter(mail -> to(mail).equals(address))
                .map(mail -> ReceivedCalendars.in(bytes(mail)).orElseThrow()).toList();
        assertThat(received).extracting(ReceivedCalendars.Received::method).containsExactly("REQUEST", "REQUEST", "CANCEL");
        assertThat(received).allSatisfy(each -> {
            assertThat(each.calendar().getMethod().getValue()).isEqualTo(each.method());
            assertThat(each.calendar().validate(true).hasErrors()).isFalse();
        });
        List<VEvent> events = received.stream()
                .map(each -> (VEvent) each.calendar().getComponents().get(0)).toList();
        assertThat(events).extracting(event -> value(event, "UID")).hasSize(3).containsOnly(value(events.get(0), "UID"));
        assertThat(events).extracting(event -> Integer.valueOf(value(event, "SEQUENCE"))).isSorted().doesNotHaveDuplicates();
        assertThat(events).extracting(event -> Instant.from(event.getDateTimeStart().getDate()))
                .containsExactly(start, later, later);
        assertThat(events).extracting(event -> value(event, "STATUS"))
                .containsExactly("CONFIRMED", "CONFIRMED", "CANCELLED");
        assertThat(events).extracting(event -> value(event, "SUMMARY")).containsOnly("Appointment");
        assertThat(events).allSatisfy(event -> assertThat(value(event, "DTSTAMP")).endsWith("Z"));
    }

    @Test
    void answersAStopWithSinceWhenItIsInForce() throws Exception {
        UUID client = UUID.randomUUID();
        publish(contact(client, client + "@example.org"), consent(client, Purpose.FOLLOW_UP),
                new AddressReadBack(client, 1, "staff-7", Instant.now()));
        await().atMost(Duration.ofSeconds(30)).until(() -> preference(client).equals(List.of("IN_FORCE")));

        UUID stopId = UUID.randomUUID();
        HttpResponse<String> first = postStop(client, stopId, TOKEN);
        HttpResponse<String> again = postStop(client, stopId, TOKEN);

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.body()).contains("\"stopId\":\"" + stopId + "\"").contains("\"inForceSince\":\"");
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(preference(client)).containsExactly("WITHDRAWN");
    }

    @Test
    void sendsWhatAnEditorWroteTriedAndPublished() throws Exception {
        assertThat(send(get("/internal/templates", TOKEN)).body()).contains("\"key\":\"inquiry-receipt\"",
                "\"purpose\":\"RECEIPTS\"", "\"name\":\"givenName\",\"optional\":true", "\"id\":\"right-to-left\"");
        JsonNode shipped = json(send(get("/internal/templates/inquiry-receipt", TOKEN)), 200);
        String sources = shipped.get("sources").toString();

        JsonNode faulty = json(edit("PUT", "/draft", """
                {"editor":"vera","revision":0,"basedOn":1,"sources":%s}
                """.formatted(sources.replace("We received your message", "Your detox, {{givenName}} {{nobody}}")
                .replace("[Confirm this address]({{confirmUrl}})", "Thanks."))), 200);
        assertThat(faulty.get("faults").toString()).contains("unknown placeholder {{nobody}}", "{{givenName}} outside of",
                "must hold {{confirmUrl}}");
        assertThat(json(edit("POST", "/test-mail", reader("\"editor\":\"vera\",\"to\":\"vera@staff.example\"")), 409)
                .get("faults").isEmpty()).isFalse();
        assertThat(json(edit("POST", "/publish", """
                {"editor":"vera","why":"Shorter","revision":%d}
                """.formatted(faulty.get("revision").intValue())), 422).get("faults").size())
                .isEqualTo(faulty.get("faults").size());
        JsonNode kept = json(edit("PUT", "/draft", """
                {"editor":"vera","revision":%d,"basedOn":1,"sources":%s}
                """.formatted(faulty.get("revision").intValue(),
                        sources.replace("We received your message", "Thank you for your note"))), 200);
        assertThat(kept.get("faults").isEmpty()).isTrue();
        assertThat(json(edit("PUT", "/draft", """
                {"editor":"otto","revision":0,"basedOn":1,"sources":%s}
                """.formatted(sources)), 409).at("/draft/editor").asString()).isEqualTo("vera");
        JsonNode preview = json(edit("POST", "/preview", reader("\"sources\":null")), 200);
        assertThat(preview.get("subject").asString()).isEqualTo("Thank you for your note");

        json(edit("POST", "/test-mail", reader("\"editor\":\"vera\",\"to\":\"vera@staff.example\"")), 202);
        await().atMost(Duration.ofSeconds(30)).until(() -> mailTo("vera@staff.example") == 1);
        MimeMessage tried = Stream.of(mailbox.getReceivedMessages())
                .filter(mail -> to(mail).equals("vera@staff.example")).findFirst().orElseThrow();
        assertThat(tried.getSubject()).isEqualTo("Thank you for your note");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        tried.writeTo(bytes);
        assertThat(bytes.toString(StandardCharsets.US_ASCII)).contains("This is a test.", "/c/this-is-a-test");
        assertThat(Verifying.believed(bytes.toByteArray(), SigningWith.both())).hasSize(2);
        HttpResponse<String> page = send(HttpRequest.newBuilder(base.resolve("/c/this-is-a-test")).build());
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("This was a test");

        assertThat(json(edit("POST", "/publish", """
                {"editor":"vera","why":"Shorter","revision":%d}
                """.formatted(kept.get("revision").intValue())), 201).get("version").intValue()).isEqualTo(2);
        UUID client = UUID.randomUUID();
        publish(contact(client, client + "@example.org"), consent(client, Purpose.RECEIPTS));
        Rendering rendering = service.getBean(MustacheRendering.class);
        await().until(() -> rendering.render(Reminders.reminder("inquiry-receipt", Language.EN, "Alex"))
                .templateVersion() == 2);
        ReminderDue receipt = receipt(client);
        publish(receipt);
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(state(receipt)).isEqualTo("SENT"));
        assertThat(sql().queryForObject("select template_version from delivery where id = ?", Integer.class,
                receipt.reminderId())).isEqualTo(2);
        assertThat(json(edit("POST", "/roll-back", """
                {"editor":"vera","why":"Back","to":1,"from":2}
                """), 201).get("version").intValue()).isEqualTo(3);
        assertThat(json(send(get("/internal/templates/inquiry-receipt", TOKEN)), 200).at("/testMails/0/outcome").asString())
                .isEqualTo("accepted");
    }

    private static String reader(String more) {
        return "{" + more + ",\"person\":\"named\",\"language\":\"en\",\"wording\":\"discreet\"}";
    }

    private static HttpResponse<String> edit(String method, String path, String body) throws Exception {
        return send(HttpRequest.newBuilder(base.resolve("/internal/templates/inquiry-receipt" + path))
                .header("Content-Type", "application/json").header("Authorization", "Bearer " + TOKEN)
                .method(method, HttpRequest.BodyPublishers.ofString(body)).build());
    }

    private static JsonNode json(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return JsonMapper.shared().readTree(answer.body());
    }

    private static String to(MimeMessage mail) {
        try {
            return mail.getAllRecipients()[0].toString();
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void refusesStopsWithoutTheSharedToken() throws Exception {
        assertThat(postStop(UUID.randomUUID(), UUID.randomUUID(), "guessed").statusCode()).isEqualTo(401);
        assertThat(postStop(UUID.randomUUID(), UUID.randomUUID(), "").statusCode()).isEqualTo(401);
    }

    @Test
    void namesTheFieldsOfAnIncompleteStop() throws Exception {
        for (String body : List.of("{}", "null", "[]", "{", "{\"purposes\":[null]}", "{\"clientId\":\"x\"}",
                "{\"clientId\":7,\"how\":\"SHOUTED\"}")) {
            HttpResponse<String> answer = send(post("/internal/stops", body, TOKEN));

            assertThat(answer.statusCode()).as(body).isEqualTo(400);
            assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
        }
        assertThat(send(post("/internal/stops", "{}", TOKEN)).body()).contains("/clientId", "/stopId", "/purposes");
    }

    @Test
    void hasNothingElseAndSetsNoCookies() throws Exception {
        for (String path : List.of("/", "/admin", "/internal", "/actuator/health", "/s", "/login")) {
            HttpResponse<String> answer = send(HttpRequest.newBuilder(base.resolve(path)).build());

            assertThat(answer.statusCode()).as(path).isIn(401, 404);
            assertThat(answer.headers().firstValue("set-cookie")).isEmpty();
        }
    }

    @Test
    void showsHealthAndMetricsToOperators() throws Exception {
        assertThat(send(HttpRequest.newBuilder(management.resolve("/health/ready")).build()).statusCode())
                .isEqualTo(200);
        assertThat(send(HttpRequest.newBuilder(management.resolve("/health/live")).build()).statusCode())
                .isEqualTo(200);
        assertThat(send(HttpRequest.newBuilder(management.resolve("/metrics")).build()).body())
                .contains("handrail_deliveries{", "handrail_delivery_lateness", "handrail_mail_circuit_open");
    }

    private static void publish(Event... events) {
        Outbox outbox = service.getBean(Outbox.class);
        new TransactionTemplate(service.getBean(PlatformTransactionManager.class)).executeWithoutResult(
                status -> outbox.publishAll(List.of(events), Instant.now()));
    }

    private static ContactChanged contact(UUID client, String email) {
        return new ContactChanged(client, 1, false, "Robin", "Vale", email, 1, null, Language.EN, null, "main",
                List.of());
    }

    private static ConsentRecorded consent(UUID client, Purpose purpose) {
        return new ConsentRecorded(client, UUID.randomUUID(), purpose, "web-form/3", Language.EN, HowGiven.WEB_FORM,
                "web", true, Instant.now(), null);
    }

    private static ReminderDue receipt(UUID client) {
        Instant now = Instant.now();
        return new ReminderDue(client, UUID.randomUUID(), UUID.randomUUID(), "web-inquiry", 1, "receipt",
                Purpose.RECEIPTS, "inquiry-receipt", null, 0, now, now.plus(Duration.ofHours(2)));
    }

    private static AppointmentChanged appointment(UUID client, UUID id, int version, Change change, Instant start) {
        return new AppointmentChanged(client, id, version, change,
                change == Change.CANCELLED ? AppointmentStatus.CANCELLED : AppointmentStatus.BOOKED,
                AppointmentKind.THERAPY, start.atZone(ZoneOffset.UTC).toLocalDateTime(), "Etc/UTC", start, "main",
                Instant.now(), Instant.now(), change == Change.CANCELLED ? CancelledBy.PROVIDER : null);
    }

    private static ReminderDue confirmation(UUID client, UUID appointment, int version) {
        Instant now = Instant.now();
        return new ReminderDue(client, UUID.randomUUID(), UUID.randomUUID(), "therapy-appointment", 1, "confirmation",
                Purpose.APPOINTMENT_REMINDERS, "appointment-confirmation", appointment, version, now,
                now.plus(Duration.ofHours(2)));
    }

    /** So that a mail may go at whatever hour the test runs. */
    private static String whereItIsNoon() {
        int ahead = 12 - Instant.now().atOffset(ZoneOffset.UTC).getHour();
        // the signs of these names are turned round
        return ahead == 0 ? "Etc/UTC" : "Etc/GMT" + (ahead > 0 ? "-" + ahead : "+" + -ahead);
    }

    private static String value(VEvent event, String property) {
        return event.getRequiredProperty(property).getValue();
    }

    private static byte[] bytes(MimeMessage mail) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            mail.writeTo(bytes);
        } catch (IOException | jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    private static HttpResponse<String> postStop(UUID client, UUID stopId, String token) throws Exception {
        return send(post("/internal/stops", """
                {"clientId":"%s","stopId":"%s","purposes":["FOLLOW_UP"],"how":"SPOKEN","recordedBy":"staff-7",
                 "occurredAt":"%s"}
                """.formatted(client, stopId, Instant.now()), token));
    }

    private static void comesBack(byte[] message) throws jakarta.mail.MessagingException {
        returns.deliver(new jakarta.mail.internet.MimeMessage(jakarta.mail.Session.getInstance(new Properties()),
                new ByteArrayInputStream(message)));
    }

    private static HttpRequest get(String path, String token) {
        return HttpRequest.newBuilder(base.resolve(path)).header("Authorization", "Bearer " + token).build();
    }

    private static HttpRequest post(String path, String body, String token) {
        return HttpRequest.newBuilder(base.resolve(path))
                .header("Content-Type", "application/json").header("Authorization", "Bearer " + token)
                .POST(HttpRequest.BodyPublishers.ofString(body)).build();
    }

    private static HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static String state(ReminderDue reminder) {
        return sql().queryForList("select state from delivery where id = ?", String.class, reminder.reminderId())
                .stream().findFirst().orElse("none");
    }

    private static List<String> preference(UUID client) {
        return sql().queryForList("select state from consent where client_id = ?", String.class, client);
    }

    private static long mailTo(String address) {
        return Stream.of(mailbox.getReceivedMessages()).filter(mail -> to(mail).equals(address)).count();
    }

    private static JdbcTemplate sql() {
        return service.getBean(JdbcTemplate.class);
    }
}
