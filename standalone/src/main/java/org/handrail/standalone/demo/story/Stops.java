package org.handrail.standalone.demo.story;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.handrail.contract.Purpose;
import org.handrail.standalone.demo.door.Answer;
import org.handrail.standalone.demo.door.Partner;
import org.handrail.standalone.demo.story.Diary.Topic;

/** Three people who say stop, each in another way. */
final class Stops extends Scenes {

    private final Inquiries inquiries;

    Stops(Plot plot, Cast cast, Doors doors) {
        super(plot, cast, doors);
        this.inquiries = new Inquiries(plot, cast, doors);
    }

    @Override
    void tell() {
        byLink();
        byOneClick();
        toStaff();
    }

    private void byLink() {
        plot.on(0, "14:00", cast.luis, "writes by the web form and allows email", diary -> {
            inquiries.write(diary, cast.luis, "self", "Please tell me what you offer.", true);
            expectAfter(diary, cast.luis, Duration.ofHours(72), "72 hours after the inquiry");
        });
        inquiries.confirm(0, "14:20", cast.luis);
        plot.on(2, "18:00", cast.luis, "opens the stop link of the mail, reads, and presses the button", diary -> {
            doors.reader().answer(letterTo(cast.luis).link("/s/").orElseThrow(), Map.of("what", "all"))
                    .expect("the stop page", 200);
            diary.stopped(cast.luis, "the link in a mail");
            diary.expectNoMore(cast.luis);
        });
    }

    private void byOneClick() {
        plot.on(1, "09:00", cast.anna, "books a visit for day 6; " + SPOKEN, diary -> {
            doors.partner().consent("CON-anna", reference(cast.anna, "en"), "en", List.of("APPOINTMENT_REMINDERS"),
                    diary.now().toString(), true).expect("a consent", 201);
            doors.partner().book("TH-anna", reference(cast.anna, "en"), "THERAPY", time.local(6, "11:00"))
                    .expect("a booking", 201);
            diary.accepted(cast.anna, "appointment.booked");
            diary.allowed(cast.anna, Purpose.APPOINTMENT_REMINDERS);
            diary.booked(cast.anna, "TH-anna", time.on(6, "11:00"));
            expectConfirmation(diary, cast.anna);
        });
        plot.on(3, "08:55", cast.anna, "the mail server is about to be busy (4.3.0)",
                diary -> doors.refuseOnce().accept(cast.anna.email(), "4.3.0 Try again later"));
        // the reminder of nine o'clock was put off for a minute and is queued
        plot.at(StoryTime.nineAm(time.on(6, "11:00"), 3, zoneOf(cast.anna)).plusSeconds(20), cast.anna,
                "presses \"unsubscribe\" in the mail program while a reminder waits for the mail server", diary -> {
                    Answer answer = doors.reader().oneClick(letterTo(cast.anna).oneClick().orElseThrow());
                    diary.saw(Topic.ONE_CLICK, answer.status() == 200 && answer.cookies().isEmpty(),
                            "a POST without cookie or redirect was answered with " + answer.status());
                    diary.stopped(cast.anna, "one click");
                });
        plot.on(6, "11:05", cast.anna, "comes to the visit all the same", diary -> {
            doors.partner().happened("TH-anna", "arrived").expect("an arrival", 200, 201);
            diary.accepted(cast.anna, "appointment.arrived");
            diary.over(cast.anna, "TH-anna", "arrived");
        });
    }

    private void toStaff() {
        plot.on(0, "14:30", cast.ben, "writes by the web form and allows email",
                diary -> inquiries.write(diary, cast.ben, "self", "Can somebody call me?", true));
        inquiries.confirm(0, "14:50", cast.ben);
        plot.on(1, "09:15", cast.ben, "is reached by staff and says stop", diary -> {
            staffFinish(cast.ben, "CALL_BACK", "STOP_SAID");
            diary.stopped(cast.ben, "a word to staff");
        });
        plot.on(1, "16:00", cast.ben, "books a visit for day 5 all the same", diary -> {
            doors.partner().book("TH-ben", Partner.client(cast.ben.clientId()), "THERAPY", time.local(5, "10:00"))
                    .expect("a booking", 201);
            diary.accepted(cast.ben, "appointment.booked");
            diary.booked(cast.ben, "TH-ben", time.on(5, "10:00"));
        });
        plot.on(1, "16:30", cast.ben, "an old consent of his is imported again", diary -> {
            Answer imported = doors.partner().consent("OLD-ben", Partner.client(cast.ben.clientId()), "en",
                    List.of("APPOINTMENT_REMINDERS", "FOLLOW_UP", "RECEIPTS"), time.on(0, "12:00").toString(), false);
            diary.saw(Topic.RE_IMPORT, imported.ok(), "a consent older than the stop was taken ("
                    + imported.status() + ") and must allow nothing");
        });
        plot.on(5, "10:05", cast.ben, "comes to the visit", diary -> {
            doors.partner().happened("TH-ben", "arrived").expect("an arrival", 200, 201);
            diary.accepted(cast.ben, "appointment.arrived");
            diary.over(cast.ben, "TH-ben", "arrived");
        });
    }
}
