package org.handrail.followup.enrolment.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.contract.AppointmentKind.THERAPY;
import static org.handrail.followup.enrolment.camel.Facts.at;

import java.util.function.Supplier;
import org.handrail.followup.enrolment.OpeningCases;
import org.handrail.followup.enrolment.RecomputingTimes;
import org.handrail.followup.enrolment.RecomputingTimes.Report;
import org.handrail.followup.enrolment.TimeZoneReleases;
import org.handrail.followup.time.WallClock;
import org.junit.jupiter.api.Test;

class RecomputingTimesTest {

    @Test
    void worksOutAgainWhatAnOlderTimeZoneDatabaseGave() {
        try (FollowupStory story = new FollowupStory(at("2026-03-02T10:00"))) {
            Facts someone = Facts.ofSomebody();
            assertThat(recompute(story).steps()).isZero();
            story.told(someone.books(THERAPY, "2026-03-12T15:00", at("2026-03-02T10:00")).now());
            // as an older release would have left it: its zone changed to summer time a week later
            story.database().jdbc().sql("update due_step set tzdb = '1999z', due_at = due_at + interval '1 hour' "
                    + "where step_key = 'email-1-d'").update();
            story.database().jdbc().sql("update time_zone_release set tzdb = '1999z'").update();

            Report report = recompute(story);

            assertThat(report).isEqualTo(new Report(WallClock.tzdbVersion(), 4, 1));
            assertThat(recompute(story).steps()).isZero();
            story.runUntil(at("2026-03-11T09:00"));
            assertThat(story.released()).anyMatch(line -> line.startsWith("Mar 11 09:00 therapy-appointment/email-1-d"));
        }
    }

    private static Report recompute(FollowupStory story) {
        return new RecomputingTimes(story.bean(TimeZoneReleases.class), story.bean(OpeningCases.class),
                WallClock.tzdbVersion()).recompute(new RecomputingTimes.InTransaction() {
                    @Override
                    public <T> T run(Supplier<T> work) {
                        return story.database().transaction().execute(status -> work.get());
                    }
                });
    }
}
