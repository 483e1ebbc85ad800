package org.handrail.standalone.demo.proof;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.handrail.standalone.demo.door.Letter;
import org.handrail.standalone.demo.story.Diary.Appointment;
import org.handrail.standalone.demo.story.Diary.Topic;
import org.handrail.standalone.demo.story.Person;

/** Reminders name a time that holds. */
final class AppointmentPromises {

    private AppointmentPromises() {
    }

    static List<Promise> all() {
        return List.of(
                new Promise("No reminder of a moved, cancelled or past appointment", AppointmentPromises::current),
                new Promise("Of the old time and the new one only the new is reminded of", AppointmentPromises::moved),
                new Promise("An event that comes late undoes nothing newer", AppointmentPromises::late),
                new Promise("Entered in error: silence", AppointmentPromises::silence));
    }

    private static Finding current(Evidence evidence) {
        List<String> breaks = new ArrayList<>();
        int reminders = 0;
        for (Letter letter : evidence.letters()) {
            if (evidence.deliveryOf(letter).filter(row -> row.purpose().equals("APPOINTMENT_REMINDERS")).isEmpty()) {
                continue;
            }
            reminders++;
            Person who = evidence.reader(letter).orElseThrow();
            Optional<Instant> start = standing(evidence, who, letter.receivedAt());
            if (start.isEmpty() || !start.get().isAfter(letter.receivedAt())) {
                breaks.add(who + " was reminded of what is no more: \"" + letter.subject() + "\"");
            } else if (!names(letter, start.get().atZone(evidence.time().site()))) {
                breaks.add(who + " was told another time than " + start.get().atZone(evidence.time().site())
                        .toLocalDateTime() + ": \"" + letter.subject() + "\"");
            }
        }
        return Finding.of(breaks, reminders + " mails about appointments, each naming day and hour that held then");
    }

    private static Optional<Instant> standing(Evidence evidence, Person who, Instant at) {
        return evidence.diary().appointments().stream()
                .filter(each -> each.who() == who && !each.since().isAfter(at))
                .max(Comparator.comparing(Appointment::since))
                .map(Appointment::start);
    }

    /** In text and HTML: the month by its name, the day of it, the hour. */
    private static boolean names(Letter letter, ZonedDateTime start) {
        Locale language = letter.header("Content-Language").orElse("en").startsWith("es")
                ? Locale.forLanguageTag("es-US") : Locale.US;
        String month = DateTimeFormatter.ofPattern("MMMM", language).format(start).toLowerCase(language);
        String hour = DateTimeFormatter.ofPattern("h:mm", Locale.US).format(start);
        return List.of(letter.text(), letter.html()).stream().map(text -> text.toLowerCase(language)).allMatch(text ->
                text.contains(month) && text.matches("(?s).*\\b" + start.getDayOfMonth() + "\\b.*")
                        && text.matches("(?s).*\\b" + hour + "\\b.*"));
    }

    private static Finding moved(Evidence evidence) {
        Person rosa = evidence.cast().rosa;
        Instant old = evidence.time().on(6, "10:00");
        Instant moved = evidence.time().on(2, "11:00");
        List<String> breaks = new ArrayList<>();
        List<Letter> after = evidence.lettersTo(rosa).stream()
                .filter(letter -> !letter.receivedAt().isBefore(moved)).toList();
        after.stream().filter(letter -> names(letter, old.atZone(evidence.time().site())))
                .forEach(letter -> breaks.add("Rosa was still told the old time: \"" + letter.subject() + "\""));
        long withdrawn = evidence.timeline(rosa).stream()
                .filter(line -> line.path("code").asString().matches("step\\.dropped|mail\\.withdrawn")
                        || line.path("code").asString().equals("appointment.moved")).count();
        if (after.size() < 3 || withdrawn == 0) {
            breaks.add("only " + after.size() + " mails tell Rosa of the new time");
        }
        return Finding.of(breaks, after.size() + " mails to Rosa after the move, all with the new time; "
                + (evidence.lettersTo(rosa).size() - after.size()) + " before it with the old");
    }

    private static Finding late(Evidence evidence) {
        List<String> breaks = new ArrayList<>(ConsentPromises.failed(evidence, Topic.OUT_OF_ORDER));
        Person grace = evidence.cast().grace;
        Instant cancelled = evidence.time().on(5, "16:00");
        evidence.deliveriesTo(grace).stream()
                .filter(row -> row.purpose().equals("APPOINTMENT_REMINDERS") && row.state().equals("SENT"))
                .filter(row -> row.changedAt().isAfter(cancelled))
                .forEach(row -> breaks.add("Grace was reminded of what she had cancelled: " + row.stepKey()));
        return Finding.of(breaks, ConsentPromises.said(evidence, Topic.OUT_OF_ORDER));
    }

    private static Finding silence(Evidence evidence) {
        Person quinn = evidence.cast().quinn;
        Instant since = evidence.time().on(1, "15:00");
        List<String> breaks = new ArrayList<>();
        evidence.lettersTo(quinn).stream().filter(letter -> letter.receivedAt().isAfter(since))
                .forEach(letter -> breaks.add("Quinn got \"" + letter.subject() + "\""));
        evidence.tasks(quinn).stream().filter(task -> task.path("state").asString().equals("OPEN"))
                .forEach(task -> breaks.add("staff still have a task about Quinn: " + task.path("title").asString()));
        if (evidence.told(quinn, "appointment.entered-in-error") != 1) {
            breaks.add("the timeline does not tell of it");
        }
        return Finding.of(breaks, "Quinn: no mail and no open task since");
    }
}
