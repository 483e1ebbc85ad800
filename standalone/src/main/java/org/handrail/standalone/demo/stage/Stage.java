package org.handrail.standalone.demo.stage;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.handrail.local.LocalMailbox;
import org.handrail.local.mailbox.Answer;
import org.handrail.platform.time.SettableClock;
import org.handrail.standalone.demo.door.FrontDesk;
import org.handrail.standalone.demo.door.Http;
import org.handrail.standalone.demo.door.MailReader;
import org.handrail.standalone.demo.door.Mailbox;
import org.handrail.standalone.demo.door.Partner;
import org.handrail.standalone.demo.door.PublicForm;
import org.handrail.standalone.demo.door.Telephones;
import org.handrail.standalone.demo.jdbc.JdbcLedgers;
import org.handrail.standalone.demo.ledger.Ledgers;
import org.handrail.standalone.demo.story.Beat;
import org.handrail.standalone.demo.story.Cast;
import org.handrail.standalone.demo.story.Diary;
import org.handrail.standalone.demo.story.Doors;
import org.handrail.standalone.stack.Logging;
import org.handrail.standalone.stack.Port;
import org.handrail.standalone.stack.Ports;
import org.handrail.standalone.stack.Stack;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/**
 * The whole stack on temporary data, and a clock that jumps from one moment at which something is to be done to the
 * next.
 */
public final class Stage implements AutoCloseable {

    private static final Duration TYPING = Duration.ofSeconds(40);
    private static final String TWILIO_TOKEN = "token-of-the-demo";

    private final SettableClock clock;
    private final Stack stack;
    private final Ledgers ledgers;
    private final Readers readers;
    private final Quiescence quiescence;
    private final Doors doors;
    private final Diary diary;
    private final Watch watch;

    private Stage(SettableClock clock, Stack stack) {
        this.clock = clock;
        this.stack = stack;
        Map<String, String> settings = stack.settings().variables();
        this.ledgers = new JdbcLedgers(settings.get("HANDRAIL_DB_URL"), settings.get("HANDRAIL_DB_USER"),
                settings.get("HANDRAIL_DB_PASSWORD"));
        this.readers = new Readers(settings.get("HANDRAIL_KAFKA_BOOTSTRAP"),
                settings.getOrDefault("HANDRAIL_KAFKA_TOPIC_PREFIX", "handrail."));
        this.quiescence = new Quiescence(ledgers, readers, clock);
        this.doors = doors(settings);
        this.diary = new Diary(clock, doors.mailbox()::lastId);
        this.watch = new Watch(ledgers, doors.mailbox());
    }

    /**
     * @param environment HANDRAIL_ variables; ports that none of them moves are any that are free
     */
    public static Stage open(Instant start, Map<String, String> environment) {
        SettableClock clock = new SettableClock(start);
        Map<String, String> settings = new TreeMap<>(environment);
        // the story has a database, a broker and a mailbox of its own whatever else is set up on this machine
        List.of("HANDRAIL_KAFKA_BOOTSTRAP", "HANDRAIL_DB_URL", "HANDRAIL_DB_USER", "HANDRAIL_DB_PASSWORD",
                "HANDRAIL_SMTP_URL", "HANDRAIL_SITES_FILE", "HANDRAIL_DEFAULT_SITE", "HANDRAIL_ADMIN_PASSWORD",
                "HANDRAIL_WEBHOOK_SECRET", "HANDRAIL_INTAKE_BOOTSTRAP_KEY").forEach(settings::remove);
        settings.put("HANDRAIL_TWILIO_AUTH_TOKEN", TWILIO_TOKEN);
        Logging.prepareOnce(environment);
        quieten("kafka", "org.apache");
        quieten(LoggingSystem.ROOT_LOGGER_NAME, "org.handrail");
        Stack stack = startQuietly(Stack.builder().clock(clock).environment(settings).ports(ports(environment)));
        try {
            return new Stage(clock, stack);
        } catch (RuntimeException | Error e) {
            stack.close();
            throw e;
        }
    }

    /** Each service would set what is logged to its own mind when it starts, and tell how it is set up. */
    private static Stack startQuietly(Stack.Builder stack) {
        System.setProperty(LoggingSystem.SYSTEM_PROPERTY, LoggingSystem.NONE);
        try {
            return stack.start();
        } finally {
            System.clearProperty(LoggingSystem.SYSTEM_PROPERTY);
        }
    }

    /** The story is told on the terminal; a log in between is of use only when something goes wrong. */
    private static void quieten(String... loggers) {
        LoggingSystem logging = LoggingSystem.get(Stage.class.getClassLoader());
        for (String logger : loggers) {
            logging.setLogLevel(logger, LogLevel.ERROR);
        }
    }

    private static Ports ports(Map<String, String> environment) {
        Ports free = Ports.free();
        Map<String, String> chosen = new TreeMap<>();
        for (Port port : Port.values()) {
            String set = environment.getOrDefault(port.variable(), "");
            chosen.put(port.variable(), set.isBlank() ? Integer.toString(free.get(port)) : set);
        }
        return Ports.of(chosen);
    }

    private Doors doors(Map<String, String> settings) {
        Http http = new Http();
        LocalMailbox mailbox = stack.mailbox().orElseThrow();
        return new Doors(
                new PublicForm(http, stack.intakeUrl(), () -> clock.advance(TYPING)),
                new Partner(http, stack.intakeUrl(), stack.secrets().apiKey(), clock),
                new Telephones(http, stack.intakeUrl(), TWILIO_TOKEN, settings.get("HANDRAIL_WEBHOOK_SECRET"),
                        "+12025550143", clock),
                new FrontDesk(http, stack.consoleUrl(), "admin", settings.get("HANDRAIL_ADMIN_PASSWORD")),
                new Mailbox(http, mailbox.webUrl()),
                new MailReader(http),
                ledgers,
                (address, text) -> mailbox.behaviour().answer(address::equalsIgnoreCase, 1,
                        new Answer.RefuseRecipient(text.startsWith("4") ? 451 : 550, text)));
    }

    public Doors doors() {
        return doors;
    }

    /** Where to look around, a line each. */
    public List<String> addresses() {
        return List.of(
                "  mailbox        " + doors.mailbox().url(),
                "  inquiry form   " + stack.intakeUrl(),
                "  console        " + stack.consoleUrl() + "  (admin, "
                        + stack.settings().variables().get("HANDRAIL_ADMIN_PASSWORD") + ")",
                "  client links   " + stack.linksUrl());
    }

    public Diary diary() {
        return diary;
    }

    public Instant now() {
        return clock.instant();
    }

    public long deadLetters() {
        return readers.deadLetters();
    }

    /** Plays the beats and whatever becomes due between them, until the end. */
    public void play(List<Beat> beats, Cast cast, Instant end, Audience audience) {
        quiescence.await();
        watch.look();
        for (Beat beat : beats.stream().sorted(Comparator.comparing(Beat::at)).toList()) {
            passUntil(beat.at(), audience);
            audience.begins(beat);
            beat.act().happen(diary);
            quiescence.await();
            News news = watch.look();
            news.lines().stream().filter(line -> cast.byClient(line.clientId()).isEmpty())
                    .forEach(line -> beat.who().isKnownAs(line.clientId()));
            audience.happened(now(), news);
        }
        passUntil(end, audience);
    }

    private void passUntil(Instant until, Audience audience) {
        for (Optional<Instant> next = ledgers.next(now()); next.filter(at -> at.isBefore(until)).isPresent();
                next = ledgers.next(now())) {
            moveTo(next.get(), audience);
        }
        moveTo(until, audience);
    }

    private void moveTo(Instant at, Audience audience) {
        if (at.isAfter(now())) {
            clock.set(at);
            quiescence.await();
            audience.happened(at, watch.look());
        }
    }

    /** Safe to call again. */
    @Override
    public synchronized void close() {
        try (stack; ledgers; readers) {
            // closed in turn
        }
    }
}
