package org.handrail.acceptance.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.handrail.local.mailbox.ReceivedMail;
import org.handrail.standalone.process.Door;
import org.handrail.standalone.stack.Stack;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Scanners that press buttons answer nothing for anybody, and people still do. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(value = 4, unit = TimeUnit.MINUTES)
class ScannerTest {

    private static final String ZONE = "America/New_York";

    private static Stack stack;
    private static SystemChromium chromium;
    private static ReceivedMail mail;
    private static ReceivedMail spanish;

    @BeforeAll
    static void bookAnAppointment() throws IOException, InterruptedException {
        Optional<Path> executable = SystemChromium.find();
        assumeTrue(executable.isPresent(),
                "No Chromium on this machine: install one or name it in HANDRAIL_CHROMIUM to run the browser tests");
        Clock machine = Clock.systemUTC();
        Instant wednesday = Instant.parse("2026-03-04T15:00:00Z");
        stack = Stack.builder().clock(Clock.offset(machine, Duration.between(machine.instant(), wednesday))).start();
        chromium = SystemChromium.launch(executable.get());
        Door door = new Door(stack.intakeUrl(), stack.secrets().apiKey());
        assertThat(door.post("/api/v1/consents", "consent", Door.consent("robin", ZONE, wednesday)).accepted()).isTrue();
        assertThat(door.post("/api/v1/appointments", "book", Map.of("reference", "visit-1",
                "client", Door.client("robin", ZONE), "kind", "THERAPY", "startsAt", "2026-03-12T10:00",
                "occurredAt", wednesday.toString())).accepted()).isTrue();
        Map<String, Object> sol = new HashMap<>(Door.client("sol", ZONE));
        sol.put("language", "es");
        assertThat(door.post("/api/v1/consents", "consent-es", Door.consent("sol", ZONE, wednesday)).accepted()).isTrue();
        assertThat(door.post("/api/v1/appointments", "book-es", Map.of("reference", "visit-2", "client", sol,
                "kind", "THERAPY", "startsAt", "2026-03-12T11:00", "occurredAt", wednesday.toString())).accepted()).isTrue();
        spanish = stack.mailbox().orElseThrow().awaitTo("sol@example.net", Duration.ofSeconds(30));
        assertThat(spanish.text()).contains("Su cita");
        mail = stack.mailbox().orElseThrow().awaitTo("robin@example.net", Duration.ofSeconds(30));
    }

    @AfterAll
    static void stop() {
        if (chromium != null) {
            chromium.close();
        }
        if (stack != null) {
            stack.close();
        }
    }

    @Test
    @Order(0)
    void scannersAnswerNothingAndPeopleDo() {
        ButtonPressingScanner scanner = new ButtonPressingScanner(chromium, link("/a/"));
        scanner.doItsWorst();
        scanner.tickFirstAndPress();
        assertThat(scanner.answerByScript("input[name=what][value=cancel]", "input[name=day][value='4']")).isEqualTo(422);
        assertThat(count("appointment_answer")).isZero();

        try (Visitor person = chromium.visitor()) {
            person.open(link("/a/")).isAccessible().press("input[name=what]", "Space");
            person.page().getByLabel("Thursday").check();
            person.enter("button[type=submit]").isAccessible().sees("we are expecting you");
        }
        assertThat(count("appointment_answer")).isOne();
        scanner.doItsWorst();
        assertThat(count("appointment_answer")).isOne();
    }

    @Test
    @Order(1)
    void scannersPreferNothingAndMoveNoAddressAndPeopleDo() {
        ButtonPressingScanner scanner = new ButtonPressingScanner(chromium, link("/p/"));
        scanner.doItsWorst();
        scanner.tickFirstAndPress();
        assertThat(scanner.answerByScript("input[name=detailed][value=yes]", "input[name=save][value=yes]"))
                .isEqualTo(422);
        assertThat(count("client_choice_act") + count("consent_act where kind = 'STOPPED'") + count("contact_wish")
                + count("address_wish")).isZero();

        try (Visitor person = chromium.visitor()) {
            person.open(link("/p/")).isAccessible().type("#email", "robin.new@example.net")
                    .page().getByLabel("Yes, save").check();
            person.enter("button[type=submit]").isAccessible().sees("we write there now");
        }
        String page = link(stack.mailbox().orElseThrow().awaitTo("robin.new@example.net", Duration.ofSeconds(30)), "/n/");
        ButtonPressingScanner elsewhere = new ButtonPressingScanner(chromium, page);
        elsewhere.doItsWorst();
        elsewhere.tickFirstAndPress();
        assertThat(elsewhere.answerByScript("input[name=mine][value=yes]")).isEqualTo(422);
        assertThat(count("address_wish where outcome is null and confirmed_at is null")).isOne();

        try (Visitor person = chromium.visitor()) {
            person.open(page).isAccessible().page().getByLabel("Yes, this address").check();
            person.enter("button[type=submit]").isAccessible().sees("we write to this address now");
        }
        stack.mailbox().orElseThrow().await(sent -> sent.envelope().isTo("robin@example.net")
                && sent.text().contains("no longer to this one"), Duration.ofSeconds(30));
        await().untilAsserted(() -> assertThat(count("""
                contact join notifier.address using (client_id, address_version)
                where email = 'robin.new@example.net' and confirmed_how = 'link-page'""")).isOne());
    }

    @Test
    @Order(2)
    void pagesAreAccessibleInBothLanguagesAndColoursOnANarrowScreen() {
        for (ReceivedMail each : List.of(mail, spanish)) {
            for (ColorScheme colours : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                try (Visitor person = chromium.visitor()) {
                    Page page = person.page();
                    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(colours));
                    page.setViewportSize(320, 800);
                    for (String path : List.of("/p/", "/a/", "/s/")) {
                        person.open(link(each, path)).isAccessible();
                        assertThat(page.evaluate("document.documentElement.scrollWidth")).as(path).isEqualTo(320);
                    }
                }
            }
        }
    }

    @Test
    @Order(3)
    void scannersStopNothingAndPeopleDo() {
        ButtonPressingScanner scanner = new ButtonPressingScanner(chromium, link("/s/"));
        scanner.doItsWorst();
        assertThat(scanner.answerByScript("input[name=what][value=all]")).isEqualTo(422);
        assertThat(count("consent_act where kind = 'STOPPED'")).isZero();

        try (Visitor person = chromium.visitor()) {
            person.open(link("/s/")).press("input[name=what]", "Space").enter("button[type=submit]").isAccessible();
        }
        assertThat(count("consent_act where kind = 'STOPPED'")).isEqualTo(3);
    }

    private static long count(String table) {
        return jdbc().sql("select count(*) from notifier." + table).query(Long.class).single();
    }

    private static JdbcClient jdbc() {
        Map<String, String> settings = stack.settings().variables();
        return JdbcClient.create(new DriverManagerDataSource(settings.get("HANDRAIL_DB_URL"),
                settings.get("HANDRAIL_DB_USER"), settings.get("HANDRAIL_DB_PASSWORD")));
    }

    private static String link(String page) {
        return link(mail, page);
    }

    private static String link(ReceivedMail mail, String page) {
        Matcher link = Pattern.compile("http\\S+" + page + "[A-Za-z0-9_-]+").matcher(mail.text());
        assertThat(link.find()).isTrue();
        return link.group();
    }
}
