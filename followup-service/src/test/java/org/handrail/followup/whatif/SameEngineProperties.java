package org.handrail.followup.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.handrail.followup.enrolment.camel.FollowupStory;
import org.handrail.followup.enrolment.camel.StoryStage;
import org.handrail.followup.queue.Task;
import org.handrail.followup.rehearsal.FixedSchedules;
import org.handrail.followup.rehearsal.Rehearsal;
import org.handrail.followup.schedule.ScheduleVersion;
import org.handrail.followup.timeline.TimelineEntry;
import org.handrail.platform.site.Sites;

/** Random persons and events, played in memory and by the service on its database: not a line differs. */
class SameEngineProperties {

    private static FollowupStory story;

    @BeforeContainer
    static void open() {
        story = new FollowupStory(Instant.parse("2026-03-01T00:00:00Z"));
    }

    @AfterContainer
    static void close() {
        story.close();
    }

    @Property(tries = 12, shrinking = ShrinkingMode.OFF)
    void whatIfAnswersAsServiceWould(@ForAll long seed) {
        Question question = new RandomQuestions(seed).question();
        Sites sites = story.bean(Sites.class);

        Answer inMemory = new Simulating(sites).answer(question);
        Answer inService = inService(question, sites);

        assertThat(inMemory.complete()).isTrue();
        assertThat(told(inMemory)).isEqualTo(told(inService));
    }

    private static Answer inService(Question question, Sites sites) {
        List<ScheduleVersion> published = new ArrayList<>(question.others());
        published.removeIf(other -> other.id().equals(question.schedule().id()));
        published.add(question.schedule());
        FixedSchedules schedules = FixedSchedules.of(published);
        return new Play(question, sites, schedules, (start, released) ->
                new StoryStage(story, Script.CLIENT, start, published, released)).play();
    }

    /** All of an answer but the ids that the database or chance give out. */
    private static List<String> told(Answer answer) {
        List<String> lines = new ArrayList<>();
        answer.steps().forEach(step -> lines.add("step " + step.at() + " " + step.became() + " " + step.delays() + " "
                + step.task() + " " + step.mail()));
        answer.events().forEach(entry -> lines.add("event " + line(entry)));
        answer.enrolments().forEach(enrolment -> lines.add("enrolment " + enrolment.origin() + " "
                + enrolment.standing() + " " + enrolment.end()));
        answer.tasks().forEach(task -> lines.add("task " + line(task)));
        lines.add("ends " + answer.endsAt() + " " + answer.complete());
        return lines.stream().sorted().toList();
    }

    private static String line(TimelineEntry entry) {
        return entry.at() + " " + entry.enrolmentId() + " " + entry.code() + " " + new TreeMap<>(entry.details());
    }

    private static String line(Task task) {
        return task.kind() + " " + task.title() + " " + task.reason() + " " + task.priority() + " " + task.dueAt() + " "
                + task.onCall() + " " + task.asked() + " " + task.raisedAt() + " " + task.holder() + " " + task.ending();
    }
}
