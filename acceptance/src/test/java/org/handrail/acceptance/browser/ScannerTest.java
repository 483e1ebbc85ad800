package org.handrail.acceptance.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.handrail.local.mailbox.ReceivedMail;
import org.handrail.standalone.process.Door;
import org.handrail.standalone.stack.Stack;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Scanners that press buttons answer nothing for anybody, and people still do. */
class ScannerTest {

    private static final String ZONE = "America/New_York";

    private static Stack stack;
    private static SystemChromium chromium;
    private static ReceivedMail mail;

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
        Matcher link = Pattern.compile("http\\S+" + page + "[A-Za-z0-9_-]+").matcher(mail.text());
        assertThat(link.find()).isTrue();
        return link.group();
    }
}
