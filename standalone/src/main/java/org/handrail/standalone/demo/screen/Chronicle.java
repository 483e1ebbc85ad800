package org.handrail.standalone.demo.screen;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.handrail.standalone.demo.door.Letter;
import org.handrail.standalone.demo.ledger.TaskLine;
import org.handrail.standalone.demo.ledger.TimelineLine;
import org.handrail.standalone.demo.stage.Audience;
import org.handrail.standalone.demo.stage.News;
import org.handrail.standalone.demo.story.Beat;
import org.handrail.standalone.demo.story.Cast;
import org.handrail.standalone.demo.story.Person;
import org.jspecify.annotations.Nullable;

/** Tells each thing as it happens: when, about whom, what came in, what went out, what did not and why. */
public final class Chronicle implements Audience {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE, MMMM d, uuuu", Locale.US);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("h:mm a", Locale.US);
    private static final DateTimeFormatter DUE = DateTimeFormatter.ofPattern("EEE h:mm a", Locale.US);
    private static final int NAME = 9;
    private static final int TEXT = 2 + 8 + 1 + NAME + 6;

    private final Screen screen;
    private final Cast cast;
    private final LocalDate firstDay;
    private final ZoneId site;
    private @Nullable LocalDate day;
    private String head = "";

    public Chronicle(Screen screen, Cast cast, LocalDate firstDay, ZoneId site) {
        this.screen = screen;
        this.cast = cast;
        this.firstDay = firstDay;
        this.site = site;
    }

    @Override
    public void begins(Beat beat) {
        line(beat.at(), beat.who().name(), Paint.IN, "in", beat.told());
    }

    @Override
    public void happened(Instant at, News news) {
        news.letters().forEach(letter -> line(at, nameOf(letter), Paint.MAIL, "mail", "\"" + letter.subject() + "\""));
        news.raised().forEach(task -> line(at, nameOf(task.clientId()), Paint.TASK, "task", raised(at, task)));
        news.changed().forEach(task -> line(at, nameOf(task.clientId()), Paint.TASK, "task", changed(task)));
        news.lines().forEach(entry -> tell(at, entry));
        news.taken().stream().filter(step -> news.lines().stream().noneMatch(entry ->
                        entry.clientId().equals(step.clientId()) && entry.detail("step").equals(step.stepKey())))
                .forEach(step -> line(at, nameOf(step.clientId()), Paint.HELD, "held",
                        Words.step(step.stepKey()) + " taken back: " + Words.reason(step.reason())));
    }

    private String raised(Instant at, TaskLine task) {
        boolean now = !task.dueAt().isAfter(at);
        return Words.task(task.title()) + (task.onCall() ? ", on-call" : "")
                + (now ? ", now" : ", by " + DUE.format(task.dueAt().atZone(site)));
    }

    private static String changed(TaskLine task) {
        String what = Words.task(task.title());
        return switch (task.state()) {
            case "COMPLETED" -> "done: " + what + " (" + Words.code(String.valueOf(task.outcome())) + ")";
            case "CLOSED" -> "closed: " + what + " (" + Words.code(String.valueOf(task.endedReason())) + ")";
            default -> what + ": the same task, asked for " + task.asked() + " times";
        };
    }

    private void tell(Instant at, TimelineLine entry) {
        String name = nameOf(entry.clientId());
        String step = Words.step(entry.detail("step"));
        String reason = Words.reason(entry.detail("reason"));
        switch (entry.code()) {
            case "mail.skipped" -> line(at, name, Paint.HELD, "held", step + " not sent: " + reason);
            case "mail.withdrawn" -> line(at, name, Paint.HELD, "held", step + " taken back: " + reason);
            case "mail.refused", "mail.bounced" -> line(at, name, Paint.BAD, "back", step + " refused: " + reason);
            case "mail.unknown" -> line(at, name, Paint.BAD, "back", step + " may or may not have gone: " + reason);
            case "step.dropped", "step.skipped", "step.raised" -> {
                if (isHeldMail(entry.code(), entry.detail("step"), entry.detail("reason"))) {
                    line(at, name, Paint.HELD, "held", step + " not sent: " + reason);
                }
            }
            default -> { }
        }
    }

    /** A mail that a schedule asks for and that did not go; one that was not meant for this case is none. */
    static boolean isHeldMail(String code, String step, String reason) {
        return switch (code) {
            case "mail.skipped", "mail.withdrawn", "mail.refused", "mail.bounced", "mail.unknown" -> true;
            case "step.skipped", "step.dropped" -> isMail(step) && !reason.equals("condition-not-met");
            case "step.raised" -> isMail(step);
            default -> false;
        };
    }

    private static boolean isMail(String step) {
        return Map.of("confirmation", true, "receipt", true).containsKey(step)
                || step.startsWith("email") || step.startsWith("closing");
    }

    private String nameOf(UUID clientId) {
        return cast.byClient(clientId).map(Person::name).orElse("somebody");
    }

    private String nameOf(Letter letter) {
        return letter.recipients().stream().findFirst().flatMap(cast::byEmail).map(Person::name).orElse("somebody");
    }

    private void line(Instant at, String name, Paint paint, String kind, String text) {
        ZonedDateTime local = at.atZone(site);
        if (!local.toLocalDate().equals(day)) {
            day = local.toLocalDate();
            head = "";
            screen.line();
            screen.line(Paint.BOLD, "Day " + (day.toEpochDay() - firstDay.toEpochDay()) + "  " + DAY.format(local)
                    + "  (" + DateTimeFormatter.ofPattern("zzz", Locale.US).format(local) + ")");
        }
        String now = TIME.format(local) + name;
        String time = now.equals(head) ? "" : TIME.format(local);
        String who = now.equals(head) ? "" : name;
        head = now;
        screen.hanging("  " + screen.paint(Paint.FAINT, padLeft(time)) + " " + screen.paint(Paint.BOLD, Screen.pad(who, NAME))
                + screen.paint(paint, Screen.pad(kind, 6)), TEXT, kind.equals("in") ? Paint.PLAIN : paint, text);
    }

    private static String padLeft(String time) {
        return " ".repeat(8 - time.length()) + time;
    }
}
