package org.handrail.standalone.demo.story;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.handrail.standalone.demo.door.Answer;
import org.handrail.standalone.demo.door.Letter;
import org.handrail.standalone.demo.door.Partner;
import org.handrail.standalone.demo.ledger.TaskLine;

/** What the scenes share. */
abstract class Scenes {

    static final String SPOKEN = "allowed email on the phone, after hearing the risk";

    final Plot plot;
    final Cast cast;
    final Doors doors;
    final StoryTime time;

    Scenes(Plot plot, Cast cast, Doors doors) {
        this.plot = plot;
        this.cast = cast;
        this.doors = doors;
        this.time = plot.time();
    }

    abstract void tell();

    ZoneId zoneOf(Person who) {
        return who.zone() == null ? time.site() : ZoneId.of(who.zone());
    }

    static Map<String, Object> reference(Person who, String language) {
        return Partner.client("P-" + who.name(), who.name(), who.email(), language,
                who.zone() == null ? "" : who.zone());
    }

    /** The newest letter to somebody, which must be there by now. */
    Letter letterTo(Person who) {
        return doors.mailbox().lettersTo(who.email()).stream().reduce((first, second) -> second)
                .orElseThrow(() -> new IllegalStateException("there is no mail to " + who));
    }

    /** Staff finish the open tasks of somebody, or only those of one kind. */
    Answer staffFinish(Person who, String kind, String outcome) {
        return doors.ledgers().tasks().stream()
                .filter(task -> task.isOpen() && who.clientIds().contains(task.clientId()))
                .filter(task -> kind.isEmpty() || task.kind().equals(kind))
                .findFirst()
                .map(TaskLine::id)
                .map(task -> finish(task, outcome))
                .orElseThrow(() -> new IllegalStateException("there is no open task about " + who));
    }

    private Answer finish(UUID task, String outcome) {
        return doors.desk().finish(task, outcome).expect("completing a task", 200);
    }

    /** The confirmation that goes at once, or when the reader's day begins. */
    void expectConfirmation(Diary diary, Person who) {
        // consent and booking travel apart: the mail may wait for the one to catch up with the other
        diary.expect(who, StoryTime.sendable(diary.now(), zoneOf(who)), Duration.ofMinutes(1), "confirmation");
    }

    /** At nine, three days and one day before; what is past already never goes. */
    void expectReminders(Diary diary, Person who, Instant start) {
        for (int days : new int[] {3, 1}) {
            Instant nine = StoryTime.nineAm(start, days, zoneOf(who));
            if (nine.isAfter(diary.now()) && nine.isBefore(start)) {
                diary.expect(who, nine, days == 1 ? "reminder, 1 day before" : "reminder, " + days + " days before");
            }
        }
    }

    void expectAfter(Diary diary, Person who, Duration elapsed, String what) {
        diary.expect(who, time.after(diary.now(), elapsed, zoneOf(who)), what);
    }
}
