package org.handrail.followup.whatif;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.stream.Stream;
import org.handrail.contract.Event;
import org.handrail.contract.intake.StopRequested;
import org.handrail.contract.reminders.ReminderDue;
import org.handrail.followup.dispatch.Decision;
import org.handrail.followup.dispatch.DueNow;
import org.handrail.followup.dispatch.Released;
import org.handrail.followup.queue.Task;
import org.handrail.followup.queue.TaskOutcome;
import org.handrail.followup.rehearsal.Stage;
import org.handrail.followup.schedule.PlannedStep;
import org.handrail.followup.schedule.Schedules;
import org.handrail.platform.site.Sites;

/** One performance: time jumps to whatever comes next, a fact, a due step or a task's completion. */
final class Play {

    /** However long the story, nobody waits longer for its end. */
    static final Duration LONGEST = Duration.ofDays(731);
    private static final int MOST_JUMPS = 20_000;

    private record Completion(Instant at, String taskKey, TaskOutcome outcome) {
    }

    private final Question question;
    private final Queue<Script.Cue> cues;
    private final Queue<Completion> completions = new PriorityQueue<>(Comparator.comparing(Completion::at));
    private final List<Happening.Outage> outages;
    private final List<Happening.TaskDone> habits;
    private final ImaginaryNotifier notifier;
    private final Stage stage;
    private final Telling telling;

    /** Opens a stage at an instant; what is decided on it is told to the listener. */
    @FunctionalInterface
    interface Opening {
        Stage open(Instant start, Released released);
    }

    Play(Question question, Sites sites, Schedules schedules, Opening opening) {
        Script script = new Script(question, sites.orDefault(question.person().siteId()));
        this.question = question;
        this.cues = new ArrayDeque<>(withLaterConsents(script));
        this.outages = only(question, Happening.Outage.class).toList();
        this.habits = only(question, Happening.TaskDone.class).toList();
        this.notifier = new ImaginaryNotifier(question.person());
        this.telling = new Telling(schedules, sites);
        this.stage = opening.open(script.start(), this::released);
        script.noShows().forEach(stage::know);
    }

    private static <H extends Happening> Stream<H> only(Question question, Class<H> type) {
        return question.happenings().stream().filter(type::isInstance).map(type::cast);
    }

    private static List<Script.Cue> withLaterConsents(Script script) {
        List<Script.Cue> all = new ArrayList<>(script.cues());
        script.laterConsents().forEach(given -> all.add(new Script.Cue(given.at(), given, List.of())));
        all.sort(Comparator.comparing(Script.Cue::at));
        return all;
    }

    Answer play() {
        Instant latest = stage.now().plus(LONGEST);
        stage.told(notifier.introduction(stage.now()));
        int jumps = 0;
        Optional<Instant> next = next();
        for (; next.isPresent() && !next.get().isAfter(latest) && jumps < MOST_JUMPS; next = next(), jumps++) {
            if (next.get().isAfter(stage.now())) {
                stage.jumpTo(next.get());
            }
            step();
        }
        return telling.answer(question, stage, next.isEmpty());
    }

    /** Facts come before the steps that are due at the same instant. */
    private void step() {
        Instant now = stage.now();
        if (isDue(Optional.ofNullable(cues.peek()).map(Script.Cue::at))) {
            tell(cues.remove());
        } else if (isDue(Optional.ofNullable(completions.peek()).map(Completion::at))) {
            complete(completions.remove());
        } else if (outages.stream().noneMatch(outage -> covers(outage, now))) {
            stage.release();
        }
        answerWhatLeft();
    }

    private boolean isDue(Optional<Instant> at) {
        return at.filter(instant -> !instant.isAfter(stage.now())).isPresent();
    }

    private void tell(Script.Cue cue) {
        stage.told(cue.facts().toArray(Event[]::new));
        if (cue.happening() != null) {
            stage.told(notifier.facts(cue.happening()));
        }
    }

    private void complete(Completion completion) {
        stage.task(completion.taskKey()).filter(task -> task.ending() == null).map(Task::id)
                .ifPresent(task -> stage.completed(task, completion.outcome()));
    }

    private void answerWhatLeft() {
        for (List<Event> left = stage.left(); !left.isEmpty(); left = stage.left()) {
            left.forEach(event -> {
                if (event instanceof ReminderDue reminder) {
                    stage.told(notifier.sent(reminder, stage.now()));
                } else if (event instanceof StopRequested stop) {
                    stage.told(notifier.inForce(stop));
                }
            });
        }
    }

    private Optional<Instant> next() {
        return Stream.of(Optional.ofNullable(cues.peek()).map(Script.Cue::at),
                        Optional.ofNullable(completions.peek()).map(Completion::at),
                        stage.nextDue().map(this::afterOutages))
                .flatMap(Optional::stream).min(Comparator.naturalOrder());
    }

    private Instant afterOutages(Instant due) {
        Instant from = due.isAfter(stage.now()) ? due : stage.now();
        return outages.stream().sorted(Comparator.comparing(Happening.Outage::from))
                .reduce(from, (at, outage) -> covers(outage, at) ? outage.until() : at, (one, other) -> other);
    }

    private static boolean covers(Happening.Outage outage, Instant at) {
        return !at.isBefore(outage.from()) && at.isBefore(outage.until());
    }

    private void released(DueNow due, Decision decision, Instant at) {
        telling.note(due, decision, at);
        if (decision instanceof Decision.Work work) {
            String step = PlannedStep.stepKey(due.step().key());
            habits.stream().filter(habit -> habit.step().equals(step)).forEach(habit -> completions.add(
                    new Completion(at.plus(habit.after()), work.task().taskKey(), habit.outcome())));
        }
    }
}
