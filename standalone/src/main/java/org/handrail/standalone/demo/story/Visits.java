package org.handrail.standalone.demo.story;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.handrail.contract.Purpose;
import org.handrail.standalone.demo.door.Answer;
import org.handrail.standalone.demo.story.Diary.Topic;

/** Therapy appointments: kept, cancelled, missed, never meant, and one to an address that does not exist. */
final class Visits extends Scenes {

    Visits(Plot plot, Cast cast, Doors doors) {
        super(plot, cast, doors);
    }

    @Override
    void tell() {
        tom();
        grace();
        karim();
        irene();
        plot.on(1, "10:30", cast.quinn, "books a visit for day 8; " + SPOKEN,
                diary -> book(diary, cast.quinn, 8, "10:00", true));
        plot.on(1, "15:00", cast.quinn, "the booking was entered in error", diary -> {
            doors.partner().happened("TH-Quinn", "entered-in-error").expect("an entry in error", 200, 201);
            diary.accepted(cast.quinn, "appointment.entered-in-error");
            diary.over(cast.quinn, "TH-Quinn", "entered in error");
            diary.expectNoMore(cast.quinn);
        });
    }

    private void tom() {
        plot.on(0, "09:40", cast.tom, "lives in Los Angeles, books a visit for day 5; " + SPOKEN,
                diary -> book(diary, cast.tom, 5, "16:00", true));
        plot.on(1, "17:00", cast.tom, "the mail server is about to refuse a message for a fault of our own (5.7.1)",
                diary -> {
                    Instant nine = StoryTime.nineAm(time.on(5, "16:00"), 3, zoneOf(cast.tom));
                    diary.expectNoMore(cast.tom);
                    diary.expect(cast.tom, nine, Duration.ofHours(1), "reminder, 3 days before, at the second attempt");
                    diary.expect(cast.tom, StoryTime.nineAm(time.on(5, "16:00"), 1, zoneOf(cast.tom)),
                            "reminder, 1 day before");
                    doors.refuseOnce().accept(cast.tom.email(), "5.7.1 Not accepted from you");
                });
        plot.on(5, "16:05", cast.tom, "comes to the visit", diary -> arrived(diary, cast.tom));
    }

    private void grace() {
        plot.on(1, "10:00", cast.grace, "books a visit for day 7; " + SPOKEN, diary -> {
            book(diary, cast.grace, 7, "15:00", true);
            replay(diary);
        });
        plot.on(5, "16:00", cast.grace, "cancels", diary -> {
            doors.partner().cancel("TH-Grace").expect("a cancellation", 200, 201);
            diary.accepted(cast.grace, "appointment.cancelled");
            diary.over(cast.grace, "TH-Grace", "cancelled");
            diary.expectNoMore(cast.grace);
            expectAfter(diary, cast.grace, Duration.ofDays(1), "1 day after the cancellation");
        });
        plot.on(5, "17:00", cast.grace, "a move of the day before arrives late, after the cancellation", diary -> {
            Answer late = doors.partner().move("TH-Grace", time.local(8, "09:00"), time.on(4, "12:00").toString());
            boolean undone = late.json().path("status").asString().equals("BOOKED");
            diary.saw(Topic.OUT_OF_ORDER, late.ok() && !undone, "a move told after a later cancellation: the "
                    + "appointment stands as " + late.json().path("status").asString()
                    + " (" + late.json().path("why").asString("") + ")");
        });
    }

    /** The partner did not get the answer and asks again; then somebody uses the same key for something else. */
    private void replay(Diary diary) {
        Map<String, Object> client = reference(cast.grace, "en");
        String at = diary.now().toString();
        Answer again = doors.partner().bookAgain("TH-Grace", client, "THERAPY", time.local(7, "15:00"), at);
        Answer other = doors.partner().bookAgain("TH-Grace", client, "THERAPY", time.local(9, "15:00"), at);
        diary.saw(Topic.REPLAY, again.status() == 201 && again.json().path("version").asInt() == 1
                        && other.status() == 422, "the same booking again: " + again.status()
                        + ", version " + again.json().path("version").asInt() + "; another body under that key: "
                        + other.status());
    }

    private void karim() {
        plot.on(1, "11:30", cast.karim, "books a visit for day 3; " + SPOKEN,
                diary -> book(diary, cast.karim, 3, "10:00", true));
        plot.on(3, "10:20", cast.karim, "does not come", diary -> {
            doors.partner().happened("TH-Karim", "no-show").expect("a no-show", 200, 201);
            diary.accepted(cast.karim, "appointment.no-show");
            diary.over(cast.karim, "TH-Karim", "not come");
            expectAfter(diary, cast.karim, Duration.ofHours(2), "2 hours after");
            expectAfter(diary, cast.karim, Duration.ofDays(7), "7 days after");
        });
        plot.on(3, "11:15", cast.karim, "staff ask how he is; nobody picks up",
                diary -> staffFinish(cast.karim, "CALL", "NO_ANSWER"));
    }

    private void irene() {
        plot.on(1, "11:00", cast.irene, "books a visit for day 4; the address turns out not to exist", diary -> {
            book(diary, cast.irene, 4, "13:00", false);
        });
        plot.on(4, "13:05", cast.irene, "comes to the visit", diary -> arrived(diary, cast.irene));
    }

    private void book(Diary diary, Person who, int day, String localTime, boolean reachable) {
        doors.partner().consent("CON-" + who, reference(who, "en"), "en",
                List.of("APPOINTMENT_REMINDERS", "FOLLOW_UP"), diary.now().toString(), true)
                .expect("a consent", 201);
        doors.partner().book("TH-" + who, reference(who, "en"), "THERAPY", time.local(day, localTime))
                .expect("a booking", 201);
        diary.accepted(who, "appointment.booked");
        diary.allowed(who, Purpose.APPOINTMENT_REMINDERS, Purpose.FOLLOW_UP);
        diary.booked(who, "TH-" + who, time.on(day, localTime));
        if (reachable) {
            expectConfirmation(diary, who);
            expectReminders(diary, who, time.on(day, localTime));
        }
    }

    private void arrived(Diary diary, Person who) {
        doors.partner().happened("TH-" + who, "arrived").expect("an arrival", 200, 201);
        diary.accepted(who, "appointment.arrived");
        diary.over(who, "TH-" + who, "arrived");
    }
}
