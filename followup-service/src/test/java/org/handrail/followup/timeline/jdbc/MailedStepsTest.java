package org.handrail.followup.timeline.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.contract.AppointmentKind.THERAPY;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.handrail.followup.enrolment.camel.Facts;
import org.handrail.followup.enrolment.camel.FollowupStory;
import org.handrail.followup.timeline.TimelineEntry;
import org.handrail.followup.timeline.Timelines.Page;
import org.handrail.followup.timeline.Timelines.Position;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Steps handed over for email stand on the timeline without a row there. */
class MailedStepsTest {

    private static final Instant MONDAY = Facts.at("2026-03-02T10:00");

    private final FollowupStory story = new FollowupStory(MONDAY);
    private final JdbcTimelines timelines = new JdbcTimelines(story.database().jdbc());
    private final Facts someone = Facts.ofSomebody();

    @AfterEach
    void close() {
        story.close();
    }

    @Test
    void tellsThemInTheirPlace() {
        story.told(someone.consented());
        story.told(someone.inquiry(MONDAY));

        story.runUntil(Facts.at("2026-03-05T12:00"));

        assertThat(timelines.page(someone.client(), null, 200).entries())
                .filteredOn(entry -> entry.code().equals("step.mailed"))
                .extracting(entry -> entry.at() + " " + entry.details().get("schedule") + " "
                        + entry.details().get("step"))
                .containsExactly("2026-03-05T15:00:00Z web-inquiry email-72-h",
                        "2026-03-02T15:00:00Z web-inquiry receipt");
    }

    @Test
    void turnsPagesThroughThoseOfOneInstant() {
        story.told(someone.consented());
        story.told(someone.inquiry(MONDAY));
        for (int day = 10; day < 14; day++) {
            story.told(someone.books(THERAPY, "2026-03-" + day + "T14:00", MONDAY).now());
        }
        story.release();

        List<TimelineEntry> whole = timelines.page(someone.client(), null, 200).entries();
        List<TimelineEntry> oneByOne = new ArrayList<>();
        Position next = null;
        do {
            Page page = timelines.page(someone.client(), next, 1);
            oneByOne.addAll(page.entries());
            next = page.next();
        } while (next != null);

        assertThat(whole).filteredOn(entry -> entry.code().equals("step.mailed")).hasSizeGreaterThan(3);
        assertThat(oneByOne).isEqualTo(whole);
        assertThat(oneByOne).extracting(TimelineEntry::entryId).doesNotHaveDuplicates();
    }
}
