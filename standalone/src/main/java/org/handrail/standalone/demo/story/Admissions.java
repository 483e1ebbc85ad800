package org.handrail.standalone.demo.story;

import java.time.Instant;
import java.util.List;
import org.handrail.contract.Purpose;

/** Somebody waits for a bed and gets another date; somebody leaves against advice. */
final class Admissions extends Scenes {

    private static final String ROSA = "ADM-rosa";

    Admissions(Plot plot, Cast cast, Doors doors) {
        super(plot, cast, doors);
    }

    @Override
    void tell() {
        plot.on(0, "09:10", cast.rosa, "gets a bed for day 6, 10:00; " + SPOKEN, diary -> {
            doors.partner().consent("CON-rosa", reference(cast.rosa, "es"), "es",
                    List.of("APPOINTMENT_REMINDERS"), diary.now().toString(), true).expect("a consent", 201);
            doors.partner().book(ROSA, reference(cast.rosa, "es"), "DETOX_ADMISSION", time.local(6, "10:00"))
                    .expect("a booking", 201);
            diary.accepted(cast.rosa, "appointment.booked");
            diary.allowed(cast.rosa, Purpose.APPOINTMENT_REMINDERS);
            stands(diary, time.on(6, "10:00"));
        });
        plot.on(2, "11:00", cast.rosa, "gets another bed, for day 10, 14:00", diary -> {
            doors.partner().move(ROSA, time.local(10, "14:00"), diary.now().toString()).expect("a move", 200, 201);
            diary.accepted(cast.rosa, "appointment.moved");
            diary.expectNoMore(cast.rosa);
            stands(diary, time.on(10, "14:00"));
        });
        plot.on(10, "14:05", cast.rosa, "arrives and is admitted", diary -> {
            doors.partner().happened(ROSA, "arrived").expect("an arrival", 200, 201);
            doors.partner().admitted("STAY-rosa", reference(cast.rosa, "es")).expect("an admission", 201);
            diary.accepted(cast.rosa, "appointment.arrived");
            diary.accepted(cast.rosa, "client.admitted");
            diary.over(cast.rosa, ROSA, "arrived");
        });

        plot.on(1, "12:00", cast.olga, "leaves the ward against advice", diary -> {
            doors.partner().dischargedAgainstAdvice("STAY-olga", reference(cast.olga, "en"))
                    .expect("a discharge", 201);
            diary.accepted(cast.olga, "client.discharged");
        });
        plot.on(1, "13:30", cast.olga, "on-call reaches her", diary -> staffFinish(cast.olga, "URGENT", "REACHED"));
        plot.on(4, "14:00", cast.olga, "a visit is booked for day 7; she never allowed email", diary -> {
            doors.partner().book("TH-olga", reference(cast.olga, "en"), "THERAPY", time.local(7, "10:00"))
                    .expect("a booking", 201);
            diary.accepted(cast.olga, "appointment.booked");
            diary.booked(cast.olga, "TH-olga", time.on(7, "10:00"));
        });
        plot.on(7, "10:10", cast.olga, "comes to the visit", diary -> {
            doors.partner().happened("TH-olga", "arrived").expect("an arrival", 200, 201);
            diary.accepted(cast.olga, "appointment.arrived");
            diary.over(cast.olga, "TH-olga", "arrived");
        });
    }

    private void stands(Diary diary, Instant start) {
        diary.booked(cast.rosa, ROSA, start);
        expectConfirmation(diary, cast.rosa);
        expectReminders(diary, cast.rosa, start);
    }
}
