package org.handrail.standalone.histories;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import java.util.stream.Stream;
import org.handrail.contract.deliveries.DeliveryChanged;
import org.handrail.contract.intake.StopRequested;
import org.handrail.contract.reminders.ReminderDue;
import org.handrail.followup.dispatch.Decision;
import org.handrail.followup.dispatch.DueNow;
import org.handrail.followup.enrolment.Enrolment;
import org.handrail.followup.publishing.Choice;
import org.handrail.followup.queue.Task;
import org.handrail.followup.rehearsal.FixedSchedules;
import org.handrail.followup.rehearsal.Rehearsal;
import org.handrail.platform.site.Site;
import org.handrail.platform.site.Sites;
import org.jspecify.annotations.Nullable;

/** Plays one history with the engine and the model side by side. */
final class Trial {

    /** Always staffed. */
    private static final Sites SITES = new Sites(List.of(
            new Site("main", HistoryMaker.SITE, "Front Desk", "+1 212 555 0100", Map.of(), Set.of())), "main");
    private static final int MOST_LOOKS = 5_000;

    private record News(Instant at, Outcome mail, DeliveryChanged fact) {
    }

    private final History history;
    private final FixedSchedules schedules = FixedSchedules.of(Schedules.first());
    private final Rehearsal engine;
    private final Model model;
    private final Promises promises = new Promises();
    private final Deque<Act> acts;
    private final Queue<News> news = new PriorityQueue<>(Comparator.comparing(News::at));
    private final List<Outcome> released = new ArrayList<>();
    private final List<String> log = new ArrayList<>();
    private Instant outageUntil = Instant.MIN;
    private int mails;
    private int outcomes;

    private Trial(History history) {
        this.history = history;
        this.acts = new ArrayDeque<>(history.acts());
        this.engine = new Rehearsal(history.start(), schedules, SITES, this::released);
        this.model = new Model(Schedules.first(), HistoryMaker.SITE, history.start());
    }

    /** @param outcomes how many mails and tasks came of it */
    record Result(int outcomes, Optional<Divergence> divergence) {
    }

    static Result of(History history) {
        Trial trial = new Trial(history);
        String parted = trial.played();
        return new Result(trial.outcomes, Optional.ofNullable(parted)
                .map(what -> new Divergence(history, what, trial.log)));
    }

    private @Nullable String played() {
        try {
            return play();
        } catch (RuntimeException e) {
            return "It failed: " + e + " at " + Stream.of(e.getStackTrace()).limit(5).toList();
        }
    }

    private @Nullable String play() {
        int looks = 0;
        for (Optional<Instant> next = next(); next.isPresent(); next = next()) {
            if (next.get().isAfter(engine.now())) {
                engine.jumpTo(next.get());
                model.jumpTo(next.get());
            }
            String parted = step();
            if (parted != null || ++looks > MOST_LOOKS) {
                return parted == null ? "It never ends" : parted;
            }
        }
        return null;
    }

    private Optional<Instant> next() {
        return Stream.of(Optional.ofNullable(acts.peek()).map(Act::at), Optional.ofNullable(news.peek()).map(News::at),
                        engine.nextDue().map(this::afterOutage), model.nextDue().map(this::afterOutage))
                .flatMap(Optional::stream).min(Comparator.naturalOrder());
    }

    private Instant afterOutage(Instant due) {
        return due.isBefore(outageUntil) ? outageUntil : due;
    }

    private @Nullable String step() {
        Instant now = engine.now();
        String parted = null;
        if (!acts.isEmpty() && !acts.peek().at().isAfter(now)) {
            act(acts.remove());
        } else if (!news.isEmpty() && !news.peek().at().isAfter(now)) {
            News delivered = news.remove();
            log.add(now + "  delivery told of " + delivered.mail());
            promises.told(delivered.fact(), now);
            engine.told(delivered.fact());
            model.delivered(delivered.mail());
        } else {
            parted = release();
        }
        String broken = heedWhatLeft();
        return parted != null ? parted : broken != null ? broken : comparedRuns();
    }

    private void act(Act act) {
        if (act instanceof Act.Told told) {
            log.add(act.at() + "  told: " + told.fact());
            promises.told(told.fact(), act.at());
            engine.told(told.fact());
            model.told(told.fact());
        } else if (act instanceof Act.Outage outage) {
            log.add(act.at() + "  outage until " + outage.until());
            outageUntil = outage.until().isAfter(outageUntil) ? outage.until() : outageUntil;
        } else if (act instanceof Act.Published edit) {
            log.add(act.at() + "  published: " + edit);
            schedules.publish(edit.version());
            if (edit.move()) {
                engine.move(edit.version(), edit.before() == null ? Choice.MOVE : Choice.moveBefore(edit.before()));
            }
            model.publish(edit);
        } else if (act instanceof Act.Completed completed) {
            complete(completed);
        }
    }

    private void complete(Act.Completed act) {
        List<Task> open = engine.tasks().stream().filter(task -> task.ending() == null)
                .sorted(Comparator.comparing(Task::raisedAt).thenComparing(Task::id)).toList();
        if (!open.isEmpty()) {
            log.add(act.at() + "  staff: " + act.outcome());
            engine.completed(open.get(act.which() % open.size()).id(), act.outcome());
            model.completed(act.outcome());
        }
    }

    private @Nullable String release() {
        released.clear();
        engine.release();
        List<Outcome> engines = released.stream().sorted().toList();
        List<Outcome> models = model.release().stream().sorted().toList();
        outcomes += engines.size();
        engines.forEach(outcome -> log.add("        came: " + outcome));
        return engines.equals(models) ? null
                : "At " + engine.now() + " the engine made " + engines + "\nand the model " + models;
    }

    private void released(DueNow due, Decision decision, Instant at) {
        boolean mail = decision instanceof Decision.Mail;
        if (mail || decision instanceof Decision.Work) {
            released.add(new Outcome(at, mail ? Outcome.Kind.MAIL : Outcome.Kind.TASK, due.origin().scheduleId(),
                    due.origin().anchorId(), due.step().appointmentVersion(), due.step().key()));
        }
    }

    private @Nullable String heedWhatLeft() {
        String broken = null;
        for (var event : engine.left()) {
            if (event instanceof ReminderDue reminder) {
                String mine = promises.mailed(reminder, engine.now());
                broken = broken == null ? mine : broken;
                later(reminder);
            } else if (event instanceof StopRequested stop) {
                promises.told(stop, engine.now());
                engine.told(stop);
                model.told(stop);
            }
        }
        return broken;
    }

    private void later(ReminderDue reminder) {
        Duration after = history.deliveries().get(mails++ % history.deliveries().size());
        Instant now = engine.now();
        released.stream().filter(each -> each.kind() == Outcome.Kind.MAIL && each.step().equals(reminder.stepKey())
                        && each.schedule().equals(reminder.scheduleId())
                        && each.version() == reminder.appointmentVersion()
                        && (reminder.appointmentId() == null || each.subject().equals(reminder.appointmentId())))
                .findFirst()
                .ifPresent(mail -> news.add(new News(now.plus(after), mail, new DeliveryChanged(reminder.clientId(),
                        reminder.reminderId(), reminder.enrolmentId(), reminder.stepKey(), reminder.purpose(),
                        DeliveryChanged.State.SENT, "accepted", now.plus(after)))));
    }

    private @Nullable String comparedRuns() {
        List<String> engines = engine.enrolments().stream().filter(Enrolment::isActive)
                .map(each -> each.origin().scheduleId() + " of " + each.origin().anchorId() + " by version "
                        + each.origin().scheduleVersion()).sorted().toList();
        List<String> models = model.runs();
        return engines.equals(models) ? null
                : "At " + engine.now() + " the engine runs " + engines + "\nand the model " + models;
    }
}
