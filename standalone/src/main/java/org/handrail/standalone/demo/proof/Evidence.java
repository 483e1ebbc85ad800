package org.handrail.standalone.demo.proof;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.handrail.standalone.demo.door.Letter;
import org.handrail.standalone.demo.ledger.ConsentLine;
import org.handrail.standalone.demo.ledger.DeliveryLine;
import org.handrail.standalone.demo.ledger.MailStepLine;
import org.handrail.standalone.demo.story.Cast;
import org.handrail.standalone.demo.story.Diary;
import org.handrail.standalone.demo.story.Diary.Seen;
import org.handrail.standalone.demo.story.Diary.Topic;
import org.handrail.standalone.demo.story.Doors;
import org.handrail.standalone.demo.story.Person;
import org.handrail.standalone.demo.story.StoryTime;
import tools.jackson.databind.JsonNode;

/** Everything that the promises are held against, gathered once when the story is over. */
public final class Evidence {

    private final Diary diary;
    private final Cast cast;
    private final StoryTime time;
    private final Instant end;
    private final long deadLetters;
    private final List<Letter> letters;
    private final List<DeliveryLine> deliveries;
    private final List<ConsentLine> consents;
    private final List<MailStepLine> mailSteps;
    private final List<JsonNode> tasks = new ArrayList<>();
    private final Map<UUID, List<JsonNode>> timelines = new HashMap<>();
    private final Doors doors;

    public Evidence(Diary diary, Cast cast, StoryTime time, Instant end, Doors doors, long deadLetters) {
        this.diary = diary;
        this.cast = cast;
        this.time = time;
        this.end = end;
        this.deadLetters = deadLetters;
        this.doors = doors;
        doors.mailbox().news();
        this.letters = doors.mailbox().letters();
        this.deliveries = doors.ledgers().deliveries();
        this.mailSteps = doors.ledgers().mailSteps();
        this.consents = doors.ledgers().consents();
        doors.desk().tasks("ALL").forEach(tasks::add);
        for (Person person : cast.people()) {
            for (UUID id : person.clientIds()) {
                List<JsonNode> lines = new ArrayList<>();
                doors.desk().timeline(id).forEach(lines::add);
                timelines.put(id, lines);
            }
        }
    }

    public Diary diary() {
        return diary;
    }

    public Cast cast() {
        return cast;
    }

    public StoryTime time() {
        return time;
    }

    public Instant end() {
        return end;
    }

    public long deadLetters() {
        return deadLetters;
    }

    public List<Letter> letters() {
        return letters;
    }

    public List<DeliveryLine> deliveries() {
        return deliveries;
    }

    public List<MailStepLine> mailStepsOf(Person who) {
        return mailSteps.stream().filter(step -> who.clientIds().contains(step.clientId())).toList();
    }

    /** What the notifier told of it once it was handed over, else why follow-up decided as it did. */
    public String reasonOf(Person who, MailStepLine step) {
        String code = switch (step.reason()) {
            case "mailed" -> "mail\\..*";
            case "raised" -> "step\\.raised";
            default -> "";
        };
        return timeline(who).stream()
                .filter(line -> line.path("code").asString().matches(code)
                        && line.path("details").path("step").asString().equals(step.stepKey()))
                .map(line -> line.path("details").path("reason").asString())
                .findFirst().orElse(step.reason());
    }

    public List<ConsentLine> consents() {
        return consents;
    }

    public List<Letter> lettersTo(Person who) {
        return letters.stream()
                .filter(letter -> letter.recipients().stream().anyMatch(who.email()::equalsIgnoreCase)).toList();
    }

    public Optional<Person> reader(Letter letter) {
        return letter.recipients().stream().findFirst().flatMap(cast::byEmail);
    }

    /** The row of the delivery ledger that says it sent this letter. */
    public Optional<DeliveryLine> deliveryOf(Letter letter) {
        return reader(letter).flatMap(who -> deliveries.stream()
                .filter(row -> who.clientIds().contains(row.clientId()))
                .filter(row -> row.state().equals("SENT") && row.changedAt().equals(letter.receivedAt()))
                .findFirst());
    }

    public List<DeliveryLine> deliveriesTo(Person who) {
        return deliveries.stream().filter(row -> who.clientIds().contains(row.clientId())).toList();
    }

    /** Tasks about somebody, as the console's API tells them. */
    public List<JsonNode> tasks(Person who) {
        return tasks.stream().filter(task -> who.clientIds().stream()
                .anyMatch(id -> id.toString().equals(task.path("clientId").asString()))).toList();
    }

    /** What the console's API tells about somebody, newest first. */
    public List<JsonNode> timeline(Person who) {
        return who.clientIds().stream().flatMap(id -> timelines.get(id).stream()).toList();
    }

    public long told(Person who, String code) {
        return timeline(who).stream().filter(line -> line.path("code").asString().equals(code)).count();
    }

    public List<Seen> seen(Topic topic) {
        return diary.seen().stream().filter(seen -> seen.topic() == topic).toList();
    }

    public ZoneId zoneOf(Person who) {
        return who.zone() == null ? time.site() : ZoneId.of(who.zone());
    }

    public boolean isConfirmed(Person who) {
        return doors.ledgers().isConfirmed(who.clientId());
    }

    public boolean isSuppressed(Person who) {
        return doors.ledgers().isSuppressed(who.clientId());
    }
}
