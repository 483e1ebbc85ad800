package org.handrail.followup.publishing;

import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.handrail.followup.schedule.Action;
import org.handrail.followup.schedule.Condition;
import org.handrail.followup.schedule.InvalidSchedule;
import org.handrail.followup.schedule.LatePolicy;
import org.handrail.followup.schedule.Offset;
import org.handrail.followup.schedule.Schedule;
import org.handrail.followup.schedule.Step;
import org.handrail.followup.schedule.json.Notation;
import org.handrail.followup.schedule.json.ScheduleReader;
import org.handrail.followup.schedule.json.ScheduleWriter;

/** What an admin might do to a schedule; always one that the reader takes. */
final class RandomEdits {

    private static final int MOST_AT_ONCE = 3;
    private static final ScheduleReader READER = new ScheduleReader();
    private static final ScheduleWriter WRITER = new ScheduleWriter();

    private final Random random;

    RandomEdits(Random random) {
        this.random = random;
    }

    static String json(Schedule schedule) {
        return WRITER.write(schedule, Notation.JSON);
    }

    Schedule of(Schedule schedule) {
        while (true) {
            List<Step> steps = new ArrayList<>(schedule.steps());
            for (int i = random.nextInt(MOST_AT_ONCE); i >= 0; i--) {
                mutate(steps);
            }
            try {
                return READER.read(json(new Schedule(schedule.id(), schedule.title(), schedule.anchor(),
                        schedule.stops(), steps)));
            } catch (InvalidSchedule e) {
                // not what an admin could publish; another try
            }
        }
    }

    private void mutate(List<Step> steps) {
        int at = random.nextInt(steps.size());
        Step step = steps.get(at);
        switch (random.nextInt(8)) {
            case 0 -> steps.remove(at);
            case 1 -> steps.add(new Step("new-" + random.nextInt(1000), shifted(step.offset()), step.action(),
                    step.conditions(), step.late()));
            case 2 -> steps.set(at, new Step("renamed-" + random.nextInt(1000), shifted(step.offset()), step.action(),
                    step.conditions(), step.late()));
            case 3 -> steps.set(at, new Step(step.key(), step.offset(), step.action(), step.conditions(), late(step)));
            case 4 -> steps.set(at, new Step(step.key(), step.offset(), step.action(), conditions(step), step.late()));
            case 5 -> steps.set(at, new Step(step.key(), step.offset(), steps.get(random.nextInt(steps.size())).action(),
                    step.conditions(), step.late()));
            default -> steps.set(at, new Step(step.key(), shifted(step.offset()), step.action(), step.conditions(),
                    step.late()));
        }
    }

    private Offset shifted(Offset offset) {
        if (offset instanceof Offset.Elapsed elapsed) {
            return new Offset.Elapsed(elapsed.by().plusMinutes(random.nextInt(6000) - 3000L));
        }
        if (offset instanceof Offset.Local local) {
            return new Offset.Local(local.days() + random.nextInt(5) - 2, LocalTime.of(random.nextInt(24), 0));
        }
        if (offset instanceof Offset.AnotherTimeOfDay another) {
            return new Offset.AnotherTimeOfDay(another.days() + random.nextInt(3));
        }
        if (offset instanceof Offset.Daily daily) {
            return new Offset.Daily(LocalTime.of(random.nextInt(24), 30), daily.whileWaitOver());
        }
        if (offset instanceof Offset.Staffed staffed) {
            return new Offset.Staffed(staffed.after().plusMinutes(random.nextInt(600)));
        }
        return new Offset.Elapsed(Duration.ofHours(random.nextInt(96)));
    }

    private LatePolicy late(Step step) {
        return switch (random.nextInt(step.isEmail() ? 2 : 3)) {
            case 0 -> new LatePolicy.Skip();
            case 1 -> new LatePolicy.SendWithin(Duration.ofHours(1 + random.nextInt(48)));
            default -> new LatePolicy.Always();
        };
    }

    private List<Condition> conditions(Step step) {
        return switch (random.nextInt(3)) {
            case 0 -> List.of();
            case 1 -> Stream.concat(step.conditions().stream(), Stream.of(new Condition.Not(
                    new Condition.BookedMoreThan(Duration.ofDays(1 + random.nextInt(20)))))).toList();
            default -> Stream.concat(step.conditions().stream(), Stream.of(new Condition.Unbooked())).toList();
        };
    }
}
