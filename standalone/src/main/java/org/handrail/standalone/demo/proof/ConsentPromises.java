package org.handrail.standalone.demo.proof;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.handrail.contract.Purpose;
import org.handrail.standalone.demo.door.Letter;
import org.handrail.standalone.demo.ledger.ConsentLine;
import org.handrail.standalone.demo.ledger.DeliveryLine;
import org.handrail.standalone.demo.story.Diary.Seen;
import org.handrail.standalone.demo.story.Diary.Stopped;
import org.handrail.standalone.demo.story.Diary.Topic;
import org.handrail.standalone.demo.story.Person;

/** Nobody is written to who did not allow it, or no longer does. */
final class ConsentPromises {

    private ConsentPromises() {
    }

    static List<Promise> all() {
        return List.of(
                new Promise("No mail after a stop was acknowledged", ConsentPromises::nothingAfterAStop),
                new Promise("No mail without a preference in force", ConsentPromises::allowed),
                new Promise("Only receipts go to an address that its owner has not confirmed", ConsentPromises::confirmed),
                new Promise("A relative who writes gets no mail", evidence -> Finding.of(
                        evidence.lettersTo(evidence.cast().pat).stream().map(Letter::subject).toList(),
                        "0 mails to Pat, " + evidence.tasks(evidence.cast().pat).size() + " task(s) for staff")),
                new Promise("A scanner that opens links and presses buttons changes nothing", ConsentPromises::scanner),
                new Promise("One click in the mail program stops everything", seen(Topic.ONE_CLICK)),
                new Promise("An old consent imported again revives nothing", ConsentPromises::reImport));
    }

    private static Finding nothingAfterAStop(Evidence evidence) {
        List<String> breaks = new ArrayList<>();
        for (Stopped stop : evidence.diary().stops()) {
            evidence.lettersTo(stop.who()).stream().filter(letter -> letter.id() > stop.lastMail())
                    .forEach(letter -> breaks.add(stop.who() + " got \"" + letter.subject() + "\" after the stop by "
                            + stop.how()));
            if (evidence.consents().stream().noneMatch(act -> act.kind().equals("STOPPED")
                    && stop.who().clientIds().contains(act.clientId())
                    && !act.recordedAt().isAfter(stop.acknowledgedAt()))) {
                breaks.add("the stop of " + stop.who() + " is not in the ledger");
            }
        }
        long held = evidence.diary().stops().stream().flatMap(stop -> evidence.mailStepsOf(stop.who()).stream()
                        .filter(step -> step.dueAt().isAfter(stop.acknowledgedAt().minusSeconds(60))))
                .filter(step -> !step.delivery().equals("SENT")).count();
        return Finding.of(breaks, evidence.diary().stops().stream().map(stop -> stop.who() + " by " + stop.how())
                .collect(Collectors.joining(", ")) + "; " + held + " mails of theirs were still to come, none did");
    }

    /** By what the people of the story said, and by the ledger. */
    private static Finding allowed(Evidence evidence) {
        List<String> breaks = new ArrayList<>();
        for (Letter letter : evidence.letters()) {
            Person who = evidence.reader(letter).orElse(null);
            DeliveryLine row = evidence.deliveryOf(letter).orElse(null);
            if (who == null || row == null) {
                breaks.add("\"" + letter.subject() + "\" to " + letter.recipients() + " is in no ledger");
                continue;
            }
            boolean said = evidence.diary().allowed().stream().anyMatch(given -> given.who() == who
                    && given.purposes().contains(Purpose.valueOf(row.purpose()))
                    && !given.since().isAfter(letter.receivedAt()));
            boolean entered = evidence.consents().stream().anyMatch(act -> act.kind().equals("GIVEN")
                    && act.clientId().equals(row.clientId()) && act.purpose().equals(row.purpose())
                    && act.riskWarningShown() && !act.recordedAt().isAfter(letter.receivedAt()));
            if (!said || !entered) {
                breaks.add(who + " got \"" + letter.subject() + "\" for " + row.purpose() + ", allowed by "
                        + (said ? "word" : "nobody") + ", " + (entered ? "" : "not ") + "in the ledger");
            }
        }
        return Finding.of(breaks, evidence.letters().size() + " mails, each under a preference for its purpose that "
                + "the person gave and the ledger holds");
    }

    private static Finding confirmed(Evidence evidence) {
        List<String> breaks = new ArrayList<>();
        long unconfirmed = 0;
        for (Person who : evidence.cast().people()) {
            if (!evidence.lettersTo(who).isEmpty() && !evidence.isConfirmed(who)) {
                unconfirmed++;
                evidence.lettersTo(who).stream()
                        .filter(letter -> evidence.deliveryOf(letter).filter(row -> row.purpose().equals("RECEIPTS"))
                                .isEmpty())
                        .forEach(letter -> breaks.add(who + " got \"" + letter.subject() + "\""));
            }
        }
        if (unconfirmed == 0) {
            breaks.add("nobody stayed unconfirmed, so this shows nothing");
        }
        return Finding.of(breaks, "Sam never confirmed and got " + evidence.lettersTo(evidence.cast().sam).size()
                + " receipt, nothing else");
    }

    private static Finding scanner(Evidence evidence) {
        Set<String> stopped = new TreeSet<>();
        for (ConsentLine act : evidence.consents()) {
            if (act.kind().equals("STOPPED")) {
                stopped.add(evidence.cast().byClient(act.clientId()).map(Person::name).orElse("somebody"));
            }
        }
        Set<String> meant = evidence.diary().stops().stream().map(stop -> stop.who().name())
                .collect(Collectors.toCollection(TreeSet::new));
        List<String> breaks = new ArrayList<>(failed(evidence, Topic.SCANNER));
        if (!stopped.equals(meant)) {
            breaks.add("stops in the ledger of " + stopped + ", said by " + meant);
        }
        return Finding.of(breaks, said(evidence, Topic.SCANNER) + "; stops in the ledger only of " + stopped);
    }

    private static Finding reImport(Evidence evidence) {
        List<String> breaks = new ArrayList<>(failed(evidence, Topic.RE_IMPORT));
        Person ben = evidence.cast().ben;
        Instant imported = evidence.time().on(1, "16:30");
        evidence.lettersTo(ben).stream().filter(letter -> letter.receivedAt().isAfter(imported))
                .forEach(letter -> breaks.add("Ben was mailed: \"" + letter.subject() + "\""));
        long held = evidence.mailStepsOf(ben).stream().filter(step -> step.dueAt().isAfter(imported)).count();
        return Finding.of(breaks, said(evidence, Topic.RE_IMPORT) + "; of " + held
                + " mails that were still to come none went");
    }

    static java.util.function.Function<Evidence, Finding> seen(Topic topic) {
        return evidence -> {
            List<String> breaks = new ArrayList<>(failed(evidence, topic));
            if (evidence.seen(topic).isEmpty()) {
                breaks.add("the story did not come to it");
            }
            return Finding.of(breaks, said(evidence, topic));
        };
    }

    static List<String> failed(Evidence evidence, Topic topic) {
        return evidence.seen(topic).stream().filter(seen -> !seen.ok()).map(Seen::evidence).toList();
    }

    static String said(Evidence evidence, Topic topic) {
        return evidence.seen(topic).stream().map(Seen::evidence).collect(Collectors.joining("; "));
    }
}
