package org.handrail.followup.console.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.handrail.followup.schedule.Action;
import org.handrail.followup.schedule.AnchorEvent;
import org.handrail.followup.schedule.Offset;
import org.handrail.followup.schedule.ScheduleVersion;
import org.handrail.followup.schedule.Schedules;
import org.handrail.followup.schedule.Step;
import org.handrail.followup.timeline.web.TimelineWords;
import org.handrail.platform.problem.Problem;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The schedules in force, as timelines. */
@Controller
class SchedulePages {

    private final Schedules schedules;
    private final StepWords steps;
    private final TimelineWords words;

    SchedulePages(Schedules schedules, StepWords steps, TimelineWords words) {
        this.schedules = schedules;
        this.steps = steps;
        this.words = words;
    }

    @GetMapping("/schedules")
    String all(Model model, Locale locale) {
        model.addAttribute("schedules", schedules.published().stream()
                .sorted(Comparator.comparing(version -> version.schedule().title()))
                .map(version -> new Summary(version.id(), version.schedule().title(), version.version(), anchor(version, locale),
                        version.schedule().steps().stream().filter(Step::isEmail).count(),
                        version.schedule().steps().stream().filter(step -> !step.isEmail()).count()))
                .toList());
        return "schedules";
    }

    @GetMapping("/schedules/{id}")
    String one(@PathVariable String id, Model model, Locale locale) {
        ScheduleVersion version = schedules.published().stream().filter(each -> each.id().equals(id)).findFirst()
                .orElseThrow(() -> Problem.notFound("There is no such schedule."));
        List<Line> lines = lines(version, locale);
        model.addAttribute("schedule", version.schedule());
        model.addAttribute("version", version.version());
        model.addAttribute("anchor", anchor(version, locale));
        model.addAttribute("stops", stops(version, locale));
        model.addAttribute("lines", lines);
        model.addAttribute("drawing", Drawing.of(lines.stream().map(Line::item).toList(), null));
        return "schedule";
    }

    private List<Line> lines(ScheduleVersion version, Locale locale) {
        boolean aboutStart = version.schedule().anchor().event() == AnchorEvent.APPOINTMENT;
        Duration earliest = version.schedule().steps().stream().map(step -> StepWords.offset(step.offset()))
                .min(Comparator.naturalOrder()).orElse(Duration.ZERO);
        List<Line> lines = new ArrayList<>();
        version.schedule().steps().stream()
                .sorted(Comparator.comparing(step -> place(step, aboutStart, earliest)))
                .forEach(step -> lines.add(line(step, lines.size() + 1, place(step, aboutStart, earliest), aboutStart, locale)));
        return lines;
    }

    /** What happens on booking an appointment stands before all that counts from its start. */
    private static Duration place(Step step, boolean aboutStart, Duration earliest) {
        return aboutStart && step.offset() instanceof Offset.AtOnce
                ? earliest.multipliedBy(2) : StepWords.offset(step.offset());
    }

    private Line line(Step step, int number, Duration place, boolean aboutStart, Locale locale) {
        String what = steps.what(step.action(), locale);
        String when = steps.when(step.offset(), aboutStart, locale);
        boolean named = aboutStart && step.offset() instanceof Offset.AtOnce || step.offset() instanceof Offset.Daily;
        Drawing.Item item = new Drawing.Item(number, shape(step.action()), Drawing.State.PLANNED, place,
                step.offset() instanceof Offset.Daily, named ? what + " (" + when + ")" : what);
        return new Line(item, what, when, steps.conditions(step, locale), steps.late(step.late(), locale));
    }

    private static Drawing.Shape shape(Action action) {
        if (action instanceof Action.Task task) {
            return task.onCall() ? Drawing.Shape.ON_CALL : Drawing.Shape.TASK;
        }
        return Drawing.Shape.EMAIL;
    }

    private String anchor(ScheduleVersion version, Locale locale) {
        return words.code("anchor", version.schedule().anchor().event().name(), locale);
    }

    private String stops(ScheduleVersion version, Locale locale) {
        Set<? extends Enum<?>> stops = version.schedule().stops();
        return stops.stream().map(stop -> words.code("stop", stop.name(), locale)).sorted()
                .collect(Collectors.joining(", "));
    }

    record Summary(String id, String title, int version, String anchor, long emails, long tasks) {
    }

    /** @param conditions empty when it always happens */
    record Line(Drawing.Item item, String what, String when, String conditions, String late) {
    }
}
