package org.handrail.standalone.demo.screen;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.handrail.standalone.demo.proof.Evidence;
import org.handrail.standalone.demo.proof.Finding;
import org.handrail.standalone.demo.proof.Promise;
import org.handrail.standalone.demo.story.Person;

/** What came of it for each person, and which promises were kept. */
public final class Summary {

    private static final int NAME = 10;
    private static final int FIGURE = 7;
    private static final int LAST = NAME + 3 * FIGURE;
    private static final int VERDICT = 10;

    private final Screen screen;

    public Summary(Screen screen) {
        this.screen = screen;
    }

    public void table(Evidence evidence) {
        screen.heading("What came of it");
        screen.line(Paint.FAINT, Screen.pad("", NAME) + Screen.pad("came in", FIGURE + 1) + Screen.pad("mails", FIGURE)
                + Screen.pad("tasks", FIGURE) + "mails not sent, and why");
        for (Person who : evidence.cast().people()) {
            long in = evidence.diary().accepted().stream().filter(event -> event.who() == who).count();
            String figures = Screen.pad(who.name(), NAME) + right(in) + right(evidence.lettersTo(who).size())
                    + right(evidence.tasks(who).size());
            screen.hanging(figures + "   ", LAST + 3, Paint.HELD, notSent(evidence, who));
        }
    }

    private static String right(long figure) {
        String text = Long.toString(figure);
        return " ".repeat(FIGURE - 1 - text.length()) + text + " ";
    }

    /** The same reason of several steps is said once. */
    private static String notSent(Evidence evidence, Person who) {
        Map<String, Set<String>> steps = new LinkedHashMap<>();
        evidence.mailStepsOf(who).stream()
                .filter(step -> step.isHeld() && !step.dueAt().isAfter(evidence.end()))
                .forEach(step -> steps.computeIfAbsent(Words.reason(evidence.reasonOf(who, step)),
                        reason -> new LinkedHashSet<>()).add(Words.step(step.stepKey())));
        return steps.entrySet().stream().map(each -> String.join(", ", each.getValue()) + ": " + each.getKey())
                .collect(Collectors.joining("; "));
    }

    /** @return whether all were kept */
    public boolean promises(List<Promise> promises, Evidence evidence) {
        screen.heading("What was promised");
        long broken = 0;
        for (Promise promise : promises) {
            Finding finding = promise.examine(evidence);
            broken += finding.kept() ? 0 : 1;
            String verdict = finding.kept() ? screen.paint(Paint.GOOD, Screen.pad("  ok", VERDICT))
                    : screen.paint(Paint.BAD, Screen.pad("  FAILED", VERDICT));
            screen.hanging(verdict, VERDICT, Paint.PLAIN, promise.says());
            screen.hanging(" ".repeat(VERDICT), VERDICT, finding.kept() ? Paint.FAINT : Paint.BAD, finding.evidence());
        }
        screen.line();
        if (broken == 0) {
            screen.line(Paint.GOOD, "All " + promises.size() + " promises hold.");
        } else {
            screen.line(Paint.BAD, broken + " of " + promises.size() + " promises do NOT hold.");
        }
        return broken == 0;
    }
}
