package org.handrail.standalone.histories;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.handrail.followup.schedule.Action;
import org.handrail.followup.schedule.AnchorEvent;
import org.handrail.followup.schedule.LatePolicy;
import org.handrail.followup.schedule.Offset;
import org.handrail.followup.schedule.Schedule;
import org.handrail.followup.schedule.ScheduleVersion;
import org.handrail.followup.schedule.Step;

/** Edits that admins might publish while people are enrolled. */
final class EditMaker {

    private final Random random;
    private final Supplier<Instant> moment;
    private final Map<String, ScheduleVersion> newest = new HashMap<>();

    EditMaker(Random random, Supplier<Instant> moment) {
        this.random = random;
        this.moment = moment;
        Schedules.first().forEach(each -> newest.put(each.id(), each));
    }

    /** In order of time. */
    List<Act> edits(int count) {
        List<Instant> when = Stream.generate(() -> moment.get()).limit(count).sorted().toList();
        List<Act> edits = new ArrayList<>();
        when.forEach(at -> edits.add(edit(at)));
        return edits;
    }

    private Act edit(Instant at) {
        List<String> ids = newest.keySet().stream().sorted().toList();
        ScheduleVersion before = newest.get(random.nextBoolean() ? "visit" : ids.get(random.nextInt(ids.size())));
        List<Step> steps = new ArrayList<>(before.schedule().steps());
        for (int changes = 1 + random.nextInt(2); changes > 0; changes--) {
            change(steps, before.schedule());
        }
        Schedule was = before.schedule();
        ScheduleVersion after = new ScheduleVersion(
                new Schedule(was.id(), was.title(), was.anchor(), was.stops(), steps), before.version() + 1);
        newest.put(was.id(), after);
        boolean move = random.nextInt(3) > 0;
        String step = move && random.nextInt(3) == 0 ? was.steps().get(random.nextInt(was.steps().size())).key() : null;
        return new Act.Published(at, after, move, step);
    }

    private void change(List<Step> steps, Schedule schedule) {
        int which = random.nextInt(steps.size());
        Step step = steps.get(which);
        switch (random.nextInt(5)) {
            case 0 -> {
                if (steps.size() > 1) {
                    steps.remove(which);
                }
            }
            case 1 -> steps.set(which, new Step(step.key(), offset(step, schedule), step.action(), step.conditions(),
                    step.late()));
            case 2 -> steps.set(which, new Step(step.key(), step.offset(), step.action(), step.conditions(),
                    new LatePolicy.SendWithin(Duration.ofHours(1 + random.nextInt(40)))));
            case 3 -> steps.set(which, new Step(fresh(steps), step.offset(), step.action(), step.conditions(),
                    step.late()));
            default -> steps.add(new Step(fresh(steps), offset(step, schedule), step.action(), step.conditions(),
                    step.late()));
        }
    }

    private String fresh(List<Step> steps) {
        int highest = steps.stream().map(Step::key).filter(key -> key.startsWith("edit-"))
                .map(key -> Integer.parseInt(key.substring(5))).max(Comparator.naturalOrder()).orElse(0);
        return "edit-" + (highest + 1 + random.nextInt(2));
    }

    /** Mail before a start stays before it. */
    private Offset offset(Step step, Schedule schedule) {
        boolean before = schedule.anchor().event() == AnchorEvent.APPOINTMENT
                && (step.action() instanceof Action.Email || random.nextBoolean());
        int days = (before ? -1 : 1) * (1 + random.nextInt(8));
        return random.nextBoolean() ? Schedules.local(days, 9 + random.nextInt(10))
                : Schedules.hours((before ? -1 : 1) * (1 + random.nextInt(90)));
    }
}
