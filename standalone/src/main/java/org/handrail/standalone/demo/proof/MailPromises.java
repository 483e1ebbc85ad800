package org.handrail.standalone.demo.proof;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.handrail.standalone.demo.door.Letter;
import org.handrail.standalone.demo.story.Diary.ExpectedMail;
import org.handrail.standalone.demo.story.Diary.Seen;
import org.handrail.standalone.demo.story.Diary.Topic;
import org.handrail.standalone.demo.story.Person;

/** What every single mail must be, and that they are the ones that should have gone. */
final class MailPromises {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{|}}|\\$\\{|\\bnull\\b|th:text|\\[\\[");
    /** The end of a link, drawn by chance: whatever it spells, it says nothing. */
    private static final Pattern TOKEN = Pattern.compile("/[A-Za-z0-9_-]{60,}");
    private static final LocalTime OPENS = LocalTime.of(8, 0);
    private static final LocalTime CLOSES = LocalTime.of(20, 0);

    private MailPromises() {
    }

    static List<Promise> all() {
        return List.of(
                new Promise("No mail reveals treatment on any surface of it", MailPromises::revealsNothing),
                new Promise("One recipient a message, and nobody else in it", MailPromises::oneRecipient),
                new Promise("No field changes a header or an envelope", MailPromises::noInjection),
                new Promise("No placeholder is sent unresolved", MailPromises::noPlaceholder),
                new Promise("Every mail says it is automatic and names 911", MailPromises::automatic),
                new Promise("Every mail carries the one-click headers", MailPromises::oneClickHeaders),
                new Promise("Each mail goes when its schedule says, and no other goes", MailPromises::asExpected),
                new Promise("Nothing but receipts leaves between 20:00 and 08:00 of the reader", MailPromises::atDay),
                new Promise("At most one automated mail a person a day, receipts aside", MailPromises::oneADay),
                new Promise("No reminder goes twice", MailPromises::noDoubles));
    }

    private static Finding revealsNothing(Evidence evidence) {
        List<String> breaks = new ArrayList<>();
        int surfaces = 0;
        for (Letter letter : evidence.letters()) {
            List<String> shown = Stream.concat(
                    Stream.of(letter.subject(), letter.text(), letter.html(), letter.returnPath()),
                    Stream.concat(letter.headers().stream().map(header -> header.name() + ": " + header.value()),
                            letter.links().stream())).toList();
            surfaces += shown.size();
            shown.forEach(text -> Revealing.in(TOKEN.matcher(text).replaceAll("/")).ifPresent(word -> breaks.add(
                    "\"" + word + "\" in \"" + letter.subject() + "\" to " + letter.recipients())));
        }
        return Finding.of(breaks, surfaces + " surfaces of " + evidence.letters().size()
                + " mails: subject, From, every header, return path, text, HTML, each link");
    }

    private static Finding oneRecipient(Evidence evidence) {
        List<String> breaks = new ArrayList<>();
        for (Letter letter : evidence.letters()) {
            Optional<Person> reader = evidence.reader(letter);
            boolean alone = letter.recipients().size() == 1 && letter.count("To") == 1 && letter.count("Cc") == 0
                    && letter.count("Bcc") == 0
                    && letter.header("To").orElse("").replaceAll("[<>\\s]", "").equals(letter.recipients().get(0));
            if (!alone || reader.isEmpty()) {
                breaks.add("\"" + letter.subject() + "\" went to " + letter.recipients());
            }
            evidence.cast().people().stream().filter(other -> !other.email().isEmpty())
                    .filter(other -> reader.filter(other::equals).isEmpty())
                    .filter(other -> isNamed(other, letter) || letter.raw().contains(other.email()))
                    .forEach(other -> breaks.add(other + " shows in a mail to " + letter.recipients()));
        }
        return Finding.of(breaks, evidence.letters().size() + " mails, each with one envelope recipient and one To");
    }

    /** Not within a link: its token is drawn by chance and may spell anything. */
    private static boolean isNamed(Person who, Letter letter) {
        String read = (letter.subject() + "\n" + letter.text() + "\n" + letter.html()).replaceAll("https?://[^\\s\"<>)]+", "");
        return Pattern.compile("\\b" + Pattern.quote(who.name()) + "\\b").matcher(read).find();
    }

    private static Finding noInjection(Evidence evidence) {
        List<String> breaks = new ArrayList<>();
        evidence.seen(Topic.INJECTION).stream()
                .filter(seen -> !seen.ok()).forEach(seen -> breaks.add(seen.evidence()));
        evidence.letters().stream().filter(letter -> letter.raw().contains("example.net"))
                .forEach(letter -> breaks.add("the smuggled address is in a mail to " + letter.recipients()));
        if (!evidence.cast().eve.clientIds().isEmpty()) {
            breaks.add("Eve became a client");
        }
        return Finding.of(breaks, evidence.seen(Topic.INJECTION).stream()
                .map(Seen::evidence).findFirst().orElse("") + "; no mail of it");
    }

    private static Finding noPlaceholder(Evidence evidence) {
        List<String> breaks = evidence.letters().stream()
                .filter(letter -> PLACEHOLDER.matcher(letter.subject() + "\n" + letter.text() + "\n" + letter.html()).find())
                .map(letter -> "\"" + letter.subject() + "\" to " + letter.recipients()).toList();
        return Finding.of(breaks, evidence.letters().size() + " mails read through");
    }

    private static Finding automatic(Evidence evidence) {
        List<String> breaks = evidence.letters().stream()
                .filter(letter -> !letter.header("Auto-Submitted").orElse("").equals("auto-generated")
                        || !letter.text().contains("911") || !letter.html().contains("911"))
                .map(letter -> "\"" + letter.subject() + "\" to " + letter.recipients()).toList();
        return Finding.of(breaks, "Auto-Submitted: auto-generated, and 911 in text and HTML of "
                + evidence.letters().size());
    }

    private static Finding oneClickHeaders(Evidence evidence) {
        List<String> breaks = new ArrayList<>();
        for (Letter letter : evidence.letters()) {
            boolean right = letter.count("List-Unsubscribe") == 1 && letter.count("List-Unsubscribe-Post") == 1
                    && letter.header("List-Unsubscribe").orElse("").strip().matches("<https?://[^<>,\\s]+>")
                    && letter.header("List-Unsubscribe-Post").orElse("").strip().equals("List-Unsubscribe=One-Click");
            if (!right) {
                breaks.add("\"" + letter.subject() + "\" to " + letter.recipients());
            }
        }
        return Finding.of(breaks, "one List-Unsubscribe and one List-Unsubscribe-Post on each of "
                + evidence.letters().size());
    }

    private static Finding asExpected(Evidence evidence) {
        List<String> breaks = new ArrayList<>();
        int expected = 0;
        for (Person who : evidence.cast().people()) {
            List<Letter> left = new ArrayList<>(evidence.lettersTo(who));
            for (ExpectedMail mail : evidence.diary().expectedMails().stream()
                    .filter(each -> each.who() == who && !each.at().isAfter(evidence.end())).toList()) {
                expected++;
                Optional<Letter> found = left.stream().filter(letter -> isInTime(letter.receivedAt(), mail)).findFirst();
                found.ifPresentOrElse(left::remove, () -> breaks.add(who + " did not get: " + mail.what() + ", "
                        + mail.at().atZone(evidence.time().site()).toLocalDateTime()));
            }
            left.forEach(letter -> breaks.add(who + " got \"" + letter.subject() + "\" at "
                    + letter.receivedAt().atZone(evidence.time().site()).toLocalDateTime() + ", which nobody expected"));
        }
        return Finding.of(breaks, expected + " mails expected by a calendar of its own, to the second, "
                + evidence.letters().size() + " came");
    }

    private static boolean isInTime(Instant received, ExpectedMail mail) {
        return !received.isBefore(mail.at()) && !received.isAfter(mail.at().plus(mail.late()));
    }

    private static Finding atDay(Evidence evidence) {
        List<String> breaks = new ArrayList<>();
        for (Letter letter : evidence.letters()) {
            boolean receipt = evidence.deliveryOf(letter).filter(row -> row.purpose().equals("RECEIPTS")).isPresent();
            ZoneId zone = evidence.reader(letter).map(evidence::zoneOf).orElse(evidence.time().site());
            LocalTime local = letter.receivedAt().atZone(zone).toLocalTime();
            if (!receipt && (local.isBefore(OPENS) || local.isAfter(CLOSES))) {
                breaks.add("\"" + letter.subject() + "\" reached " + letter.recipients() + " at " + local);
            }
        }
        return Finding.of(breaks, evidence.letters().size() + " mails, each on the clock of its reader");
    }

    private static Finding oneADay(Evidence evidence) {
        Map<String, Integer> perDay = new HashMap<>();
        for (Letter letter : evidence.letters()) {
            evidence.reader(letter).filter(who -> evidence.deliveryOf(letter)
                    .filter(row -> !row.purpose().equals("RECEIPTS")).isPresent()).ifPresent(who -> {
                        LocalDate day = letter.receivedAt().atZone(evidence.zoneOf(who)).toLocalDate();
                        perDay.merge(who + " on " + day, 1, Integer::sum);
                    });
        }
        List<String> breaks = perDay.entrySet().stream().filter(day -> day.getValue() > 1)
                .map(day -> day.getKey() + ": " + day.getValue()).toList();
        return Finding.of(breaks, perDay.size() + " days of somebody with a mail");
    }

    private static Finding noDoubles(Evidence evidence) {
        Map<String, Integer> same = new HashMap<>();
        evidence.letters().forEach(letter -> same.merge(letter.recipients() + " \"" + letter.subject() + "\" on "
                + letter.receivedAt().atZone(evidence.time().site()).toLocalDate(), 1, Integer::sum));
        List<String> breaks = new ArrayList<>(same.entrySet().stream().filter(each -> each.getValue() > 1)
                .map(each -> each.getKey() + ": " + each.getValue() + " times").toList());
        long unmatched = evidence.letters().stream().filter(letter -> evidence.deliveryOf(letter).isEmpty()).count();
        long sent = evidence.deliveries().stream().filter(row -> row.state().equals("SENT")).count();
        if (unmatched > 0 || sent != evidence.letters().size()) {
            breaks.add(evidence.letters().size() + " mails in the mailbox, " + sent + " rows of the ledger say sent");
        }
        return Finding.of(breaks, evidence.letters().size() + " mails in the mailbox, as many rows of the ledger: "
                + "each its own");
    }
}
