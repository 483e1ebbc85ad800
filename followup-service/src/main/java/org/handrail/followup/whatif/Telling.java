package org.handrail.followup.whatif;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.handrail.followup.dispatch.Decision;
import org.handrail.followup.dispatch.DueNow;
import org.handrail.followup.queue.NewTask;
import org.handrail.followup.rehearsal.Stage;
import org.handrail.followup.rehearsal.Stage.StepLine;
import org.handrail.followup.schedule.Action;
import org.handrail.followup.schedule.PlannedStep;
import org.handrail.followup.schedule.Schedules;
import org.handrail.followup.schedule.Step;
import org.handrail.followup.time.ClientZone;
import org.handrail.followup.time.WallClock;
import org.handrail.followup.timeline.TimelineEntry;
import org.handrail.platform.site.Sites;

/** Takes down what is decided in the course of a play, and tells it all at the end. */
final class Telling {

    /** The steps themselves tell it. */
    private static final Set<String> OF_STEPS = Set.of("step.mailed", "step.raised", "step.skipped", "step.dropped");

    private final Schedules schedules;
    private final Sites sites;
    private final Map<UUID, List<StepAnswer.Delay>> delays = new HashMap<>();
    private final Map<UUID, NewTask> raised = new HashMap<>();

    Telling(Schedules schedules, Sites sites) {
        this.schedules = schedules;
        this.sites = sites;
    }

    void note(DueNow due, Decision decision, Instant at) {
        UUID step = due.step().reminderId();
        if (decision instanceof Decision.Later later) {
            delays.computeIfAbsent(step, id -> new ArrayList<>())
                    .add(new StepAnswer.Delay(at, later.at(), later.reason()));
        } else if (decision instanceof Decision.Work work) {
            raised.put(step, work.task());
        }
    }

    Answer answer(Question question, Stage stage, boolean complete) {
        ClientZone zone = ClientZone.of(question.person().zone(),
                sites.orDefault(question.person().siteId()).zone());
        List<StepAnswer> steps = stage.steps().stream().flatMap(line -> step(line).stream())
                .sorted(Comparator.comparing(StepAnswer::at).thenComparing(each -> each.became().key()))
                .toList();
        List<TimelineEntry> events = stage.timeline().stream()
                .filter(entry -> !OF_STEPS.contains(entry.code()))
                .sorted(Comparator.comparing(TimelineEntry::at)).toList();
        return new Answer(zone, WallClock.tzdbVersion(), steps, events, stage.tasks(),
                List.copyOf(stage.enrolments()), stage.now(), complete);
    }

    private Optional<StepAnswer> step(StepLine line) {
        Optional<Step> step = schedules.find(line.enrolment().scheduleId(), line.step().scheduleVersion())
                .flatMap(version -> version.schedule().step(PlannedStep.stepKey(line.step().key())));
        UUID id = line.step().reminderId();
        NewTask task = raised.get(id);
        return step.map(known -> new StepAnswer(line.enrolment(), line.planned(), line.step(),
                Shifts.of(line.planned(), known), shortened(delays.getOrDefault(id, List.of())), task,
                task == null && known.action() instanceof Action.Email email ? email : null));
    }

    /** Looks every few seconds for the same reason are one wait. */
    private static List<StepAnswer.Delay> shortened(List<StepAnswer.Delay> delays) {
        List<StepAnswer.Delay> shortened = new ArrayList<>();
        for (StepAnswer.Delay delay : delays) {
            StepAnswer.Delay last = shortened.isEmpty() ? null : shortened.get(shortened.size() - 1);
            if (last != null && last.reason().equals(delay.reason()) && last.until().equals(delay.at())) {
                shortened.set(shortened.size() - 1, new StepAnswer.Delay(last.at(), delay.until(), last.reason()));
            } else {
                shortened.add(delay);
            }
        }
        return shortened;
    }
}
