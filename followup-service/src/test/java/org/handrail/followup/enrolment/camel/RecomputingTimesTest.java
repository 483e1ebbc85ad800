package org.handrail.followup.enrolment.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.handrail.contract.AppointmentKind.THERAPY;
import static org.handrail.followup.enrolment.camel.Facts.at;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.handrail.followup.enrolment.OpeningCases;
import org.handrail.followup.enrolment.RecomputingTimes;
import org.handrail.followup.enrolment.TimeZoneReleases;
import org.handrail.followup.enrolment.TimeZoneReport;
import org.handrail.followup.time.WallClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RecomputingTimesTest {

    private static final Instant MONDAY = at("2026-03-02T10:00");
    private static final String RELEASE = WallClock.tzdbVersion();

    private final FollowupStory story = new FollowupStory(MONDAY);
    private final TimeZoneReleases releases = story.bean(TimeZoneReleases.class);

    @AfterEach
    void close() {
        story.close();
    }

    @Test
    void worksOutAgainWhatAnOlderTimeZoneDatabaseGave() {
        Facts someone = Facts.ofSomebody();
        assertThat(recompute(RELEASE)).isEmpty();
        story.told(someone.books(THERAPY, "2026-03-12T15:00", MONDAY).now());
        asOf("1999z", "due_at + interval '1 hour'", "email-1-d");

        TimeZoneReport report = recompute(RELEASE).orElseThrow();

        assertThat(report).isEqualTo(new TimeZoneReport(report.id(), "1999z", RELEASE, MONDAY, MONDAY, false, 1, 4, 1,
                Duration.ofHours(-1), Duration.ofHours(-1)));
        assertThat(releases.reports(10)).containsExactly(report);
        assertThat(story.timelineCodes(someone.client())).filteredOn("step.moved"::equals).hasSize(1);
        assertThat(recompute(RELEASE)).isEmpty();
        story.runUntil(at("2026-03-11T09:00"));
        assertThat(story.released()).anyMatch(line -> line.startsWith("Mar 11 09:00 therapy-appointment/email-1-d"));
    }

    @Test
    void goesOnWhereItWasInterruptedAndCountsNothingTwice() {
        List<Facts> people = IntStream.range(0, 450).mapToObj(i -> Facts.ofSomebody()).toList();
        people.forEach(each -> story.told(each.books(THERAPY, "2026-03-12T15:00", MONDAY).now()));
        recompute(RELEASE);
        asOf("1999z", "due_at - interval '30 minutes'", "email-1-d");
        asOf("1999z", "due_at + interval '1 hour'", "email-3-d");

        assertThatThrownBy(() -> recompute(RELEASE, 3)).hasMessage("killed");
        assertThat(releases.reports(1).get(0).finishedAt()).isNull();
        TimeZoneReport report = recompute(RELEASE).orElseThrow();

        assertThat(report.clients()).isEqualTo(450);
        assertThat(report.moved()).isEqualTo(900);
        assertThat(report.steps()).isEqualTo(4 * 450);
        assertThat(report.earliestShift()).isEqualTo(Duration.ofHours(-1));
        assertThat(report.latestShift()).isEqualTo(Duration.ofMinutes(30));
        assertThat(releases.reports(10)).hasSize(1);
        assertThat(story.database().jdbc().sql("select count(*) from timeline where code = 'step.moved'")
                .query(Integer.class).single()).isEqualTo(900);
    }

    @Test
    void startsAnewWhenYetAnotherReleaseComesBeforeItIsDone() {
        story.told(Facts.ofSomebody().books(THERAPY, "2026-03-12T15:00", MONDAY).now());
        recompute(RELEASE);
        assertThatThrownBy(() -> recompute("2099a", 2)).hasMessage("killed");

        TimeZoneReport report = recompute(RELEASE).orElseThrow();

        assertThat(report.from()).isEqualTo("2099a");
        assertThat(report.to()).isEqualTo(RELEASE);
        assertThat(releases.reports(10)).extracting(TimeZoneReport::superseded).containsExactly(false, true);
        assertThat(recompute(RELEASE)).isEmpty();
    }

    @Test
    void saysThatAZoneIsNotKnownAndGoesByTheSitesClock() {
        Facts someone = Facts.ofSomebody();
        story.told(someone.books(THERAPY, "2026-03-12T15:00", MONDAY).now());
        story.told(someone.contact(1, "Mars/Olympus", null));

        assertThat(story.timelineCodes(someone.client())).contains("contact.zone-unknown");
        assertThat(story.database().jdbc().sql("select distinct zone from due_step").query(String.class).list())
                .containsExactly("America/New_York");
    }

    /** As an older release would have left it. */
    private void asOf(String release, String due, String step) {
        story.database().jdbc().sql("update due_step set tzdb = ?").param(release).update();
        story.database().jdbc().sql("update due_step set due_at = " + due + " where step_key = ?").param(step).update();
        story.database().jdbc().sql("update time_zone_release set tzdb = ?").param(release).update();
    }

    private Optional<TimeZoneReport> recompute(String release) {
        return recompute(release, Integer.MAX_VALUE);
    }

    /** @param transactions after so many the process dies, in the middle of the next */
    private Optional<TimeZoneReport> recompute(String release, int transactions) {
        return new RecomputingTimes(releases, story.bean(OpeningCases.class), release, story.clock())
                .recompute(new RecomputingTimes.InTransaction() {
                    private int left = transactions;

                    @Override
                    public <T> T run(Supplier<T> work) {
                        return story.database().transaction().execute(status -> {
                            T result = work.get();
                            if (left-- <= 0) {
                                throw new IllegalStateException("killed");
                            }
                            return result;
                        });
                    }
                });
    }
}
