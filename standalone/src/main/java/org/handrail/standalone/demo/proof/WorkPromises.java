package org.handrail.standalone.demo.proof;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.handrail.standalone.demo.ledger.DeliveryLine;
import org.handrail.standalone.demo.ledger.MailStepLine;
import org.handrail.standalone.demo.story.Diary.Accepted;
import org.handrail.standalone.demo.story.Diary.Topic;
import org.handrail.standalone.demo.story.Person;
import tools.jackson.databind.JsonNode;

/** Nobody is forgotten, nothing is lost, nothing is made up. */
final class WorkPromises {

    private WorkPromises() {
    }

    static List<Promise> all() {
        return List.of(
                new Promise("Every inquiry and every missed call has a task that somebody owns", WorkPromises::owned),
                new Promise("Two misses are one call-back, and an answered call closes it", WorkPromises::callBack),
                new Promise("A withheld number makes no dialling task", WorkPromises::withheld),
                new Promise("Words of crisis reach on-call at once; the answer names the lines", WorkPromises::crisis),
                new Promise("A hard bounce becomes a call, and no second attempt", WorkPromises::bounce),
                new Promise("A refusal that is our own fault silences nobody", WorkPromises::ownFault),
                new Promise("A missed visit: welfare first, within 30 minutes", WorkPromises::noShow),
                new Promise("Discharge against advice: on-call the same day; a booked visit ends the alarm",
                        WorkPromises::discharge),
                new Promise("Every mail that did not go has its reason on the timeline", WorkPromises::reasons),
                new Promise("What was acknowledged is durable: each event stands once on its timeline",
                        WorkPromises::durable),
                new Promise("A webhook delivered twice makes work once", ConsentPromises.seen(Topic.DUPLICATE)),
                new Promise("Forged, unsigned and replayed webhooks make no work", WorkPromises::forged),
                new Promise("An Idempotency-Key gets one answer", ConsentPromises.seen(Topic.REPLAY)),
                new Promise("No event ended as a dead letter", evidence -> new Finding(evidence.deadLetters() == 0,
                        evidence.deadLetters() + " records in the dead-letter topics")));
    }

    private static Finding owned(Evidence evidence) {
        List<String> breaks = new ArrayList<>();
        int asked = 0;
        for (Accepted event : evidence.diary().accepted()) {
            if (event.code().equals("inquiry.received") || event.code().equals("call.missed")) {
                asked++;
                boolean owned = evidence.tasks(event.who()).stream().anyMatch(task ->
                        task.path("kind").asString().equals("CALL_BACK") && !raisedAt(task).isAfter(event.answeredAt()));
                if (!owned) {
                    breaks.add("nobody owns " + event.code() + " of " + event.who());
                }
            }
        }
        return Finding.of(breaks, asked + " inquiries and missed calls, a call-back task for each person at once");
    }

    private static Finding callBack(Evidence evidence) {
        List<JsonNode> tasks = evidence.tasks(evidence.cast().daniel);
        long callBacks = tasks.stream().filter(task -> task.path("kind").asString().equals("CALL_BACK")).count();
        boolean closed = tasks.stream().allMatch(task -> task.path("state").asString().equals("CLOSED")
                && task.path("endedReason").asString().equals("call-answered"));
        int asked = tasks.isEmpty() ? 0 : tasks.get(0).path("asked").asInt();
        return new Finding(callBacks == 1 && tasks.size() == 1 && closed && asked >= 2, callBacks
                + " call-back task about Daniel, asked for " + asked + " times, "
                + (closed ? "closed by the answered call" : "NOT CLOSED"));
    }

    private static Finding withheld(Evidence evidence) {
        Person nobody = evidence.cast().withheld;
        List<String> breaks = new ArrayList<>(evidence.tasks(nobody).stream()
                .filter(task -> task.path("kind").asString().startsWith("CALL"))
                .map(task -> "a task to dial a number that nobody knows: " + task.path("title").asString()).toList());
        long told = evidence.told(nobody, "call.missed-withheld");
        if (told != 1) {
            breaks.add("the call is told " + told + " times");
        }
        return Finding.of(breaks, "the call is on record, nothing to dial");
    }

    private static Finding crisis(Evidence evidence) {
        List<String> breaks = new ArrayList<>(ConsentPromises.failed(evidence, Topic.CRISIS));
        Instant written = accepted(evidence, evidence.cast().nora, "inquiry.received");
        boolean urgent = evidence.tasks(evidence.cast().nora).stream().anyMatch(task ->
                task.path("priority").asString().equals("URGENT") && task.path("onCall").asBoolean()
                        && !raisedAt(task).isAfter(written) && !dueAt(task).isAfter(written.plusSeconds(60)));
        if (!urgent) {
            breaks.add("no urgent task for on-call about Nora when she wrote");
        }
        return Finding.of(breaks, "an urgent on-call task about Nora, at night, when she wrote; "
                + ConsentPromises.said(evidence, Topic.CRISIS));
    }

    private static Finding bounce(Evidence evidence) {
        Person irene = evidence.cast().irene;
        List<DeliveryLine> rows = evidence.deliveriesTo(irene);
        long refused = rows.stream().filter(row -> row.state().equals("REFUSED") && row.reason().contains("5.1.1")).count();
        boolean call = evidence.tasks(irene).stream().anyMatch(task -> task.path("title").asString().equals("task.mail-returned"));
        boolean suppressed = evidence.isSuppressed(irene);
        boolean silent = evidence.lettersTo(irene).isEmpty();
        return new Finding(refused == 1 && call && suppressed && silent, refused
                + " mail refused with 5.1.1; call task: " + yes(call) + "; address given up: " + yes(suppressed)
                + "; mails in the mailbox: " + evidence.lettersTo(irene).size());
    }

    private static Finding ownFault(Evidence evidence) {
        Person tom = evidence.cast().tom;
        boolean suppressed = evidence.isSuppressed(tom);
        long refused = evidence.deliveriesTo(tom).stream().filter(row -> row.state().equals("REFUSED")).count();
        return new Finding(!suppressed && refused == 0 && evidence.lettersTo(tom).size() == 3,
                "Tom's mail met a 5.7.1, waited and went; address given up: " + yes(suppressed) + ", "
                        + evidence.lettersTo(tom).size() + " of 3 mails came");
    }

    private static Finding noShow(Evidence evidence) {
        Instant missed = accepted(evidence, evidence.cast().karim, "appointment.no-show");
        boolean welfare = evidence.tasks(evidence.cast().karim).stream().anyMatch(task ->
                task.path("title").asString().equals("task.welfare-call") && task.path("onCall").asBoolean()
                        && raisedAt(task).equals(missed.plus(Duration.ofMinutes(30))));
        return new Finding(welfare, "a welfare task about Karim, on-call, 30 minutes after: " + yes(welfare));
    }

    private static Finding discharge(Evidence evidence) {
        Person olga = evidence.cast().olga;
        Instant left = accepted(evidence, olga, "client.discharged");
        List<JsonNode> tasks = evidence.tasks(olga);
        boolean sameDay = tasks.stream().anyMatch(task -> task.path("kind").asString().equals("URGENT")
                && task.path("onCall").asBoolean() && !raisedAt(task).isAfter(left.plus(Duration.ofHours(1))));
        boolean asked = tasks.stream().anyMatch(task -> task.path("title").asString().equals("task.book-visit"));
        boolean escalated = tasks.stream().anyMatch(task -> task.path("title").asString().equals("task.visit-overdue"));
        return new Finding(sameDay && asked && !escalated, "on-call within the hour: " + yes(sameDay)
                + "; asked at 72 hours for a visit: " + yes(asked) + "; escalated once it was booked: " + yes(escalated));
    }

    private static Finding reasons(Evidence evidence) {
        List<String> breaks = new ArrayList<>();
        int count = 0;
        for (Person who : evidence.cast().people()) {
            for (MailStepLine step : evidence.mailStepsOf(who)) {
                boolean due = !step.dueAt().isAfter(evidence.end());
                boolean sent = step.delivery().equals("SENT");
                if (due && !sent) {
                    count++;
                    if (step.reason().isEmpty() || !isTold(evidence, who, step)) {
                        breaks.add(who + ", " + step.stepKey() + " " + step.state() + " (" + step.reason() + ")");
                    }
                }
            }
        }
        return Finding.of(breaks, count + " mails that a schedule asked for and that did not go, each with its reason");
    }

    /** By a line about the step itself, or by the one that ended or moved what it belonged to. */
    private static boolean isTold(Evidence evidence, Person who, MailStepLine step) {
        boolean ended = step.state().equals("DROPPED") || step.state().equals("SKIPPED");
        return evidence.timeline(who).stream().filter(line -> !line.path("text").asString().isBlank()).anyMatch(line -> {
            String code = line.path("code").asString();
            boolean aboutIt = line.path("details").path("step").asString().equals(step.stepKey())
                    && !line.path("details").path("reason").asString("").isEmpty()
                    && code.matches("step\\.(skipped|dropped|raised)|mail\\.(skipped|withdrawn|refused|bounced|unknown)");
            return aboutIt || ended && code.matches("enrolment\\.ended|appointment\\.moved");
        });
    }

    private static Finding durable(Evidence evidence) {
        List<String> breaks = new ArrayList<>();
        for (Person who : evidence.cast().people()) {
            evidence.diary().accepted().stream().filter(event -> event.who() == who)
                    .collect(Collectors.groupingBy(Accepted::code, Collectors.counting()))
                    .forEach((code, times) -> {
                        if (evidence.told(who, code) != times) {
                            breaks.add(code + " of " + who + ": accepted " + times + ", told "
                                    + evidence.told(who, code));
                        }
                    });
        }
        return Finding.of(breaks, evidence.diary().accepted().size()
                + " acknowledged events, each found once where staff see it");
    }

    private static Finding forged(Evidence evidence) {
        List<String> breaks = new ArrayList<>(ConsentPromises.failed(evidence, Topic.FORGERY));
        if (!evidence.cast().eve.clientIds().isEmpty()) {
            breaks.add("a client came of it");
        }
        return Finding.of(breaks, ConsentPromises.said(evidence, Topic.FORGERY) + "; no client and no task came of it");
    }

    private static Instant accepted(Evidence evidence, Person who, String code) {
        return evidence.diary().accepted().stream()
                .filter(event -> event.who() == who && event.code().equals(code)).findFirst().orElseThrow().answeredAt();
    }

    private static Instant raisedAt(JsonNode task) {
        return Instant.parse(task.path("raisedAt").asString());
    }

    private static Instant dueAt(JsonNode task) {
        return Instant.parse(task.path("dueAt").asString());
    }

    private static String yes(boolean is) {
        return is ? "yes" : "no";
    }
}
