package org.handrail.followup.publishing.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.handrail.followup.enrolment.ChangingVersions.Effect;
import org.handrail.followup.enrolment.ChangingVersions.Stays;
import org.handrail.followup.publishing.Choice;
import org.handrail.followup.publishing.Counts;
import org.handrail.followup.timeline.web.Moments;

/** What an edit does to how many, in sentences. */
final class CountsWords {

    private CountsWords() {
    }

    static List<String> say(Counts counts, Choice choice) {
        List<String> said = new ArrayList<>();
        if (choice.mode() == Choice.Mode.KEEP) {
            said.add("Everybody enrolled stays with their version.");
            return said;
        }
        said.add(number(counts.enrolled()) + " enrolled in earlier versions.");
        for (Stays why : Stays.values()) {
            long n = counts.kept().getOrDefault(why, 0L);
            if (n > 0) {
                said.add(number(n) + " stay with their version: " + (why == Stays.PAST_THE_STEP
                        ? "the step " + choice.step() + " is no longer ahead of them."
                        : "the new one is not for appointments of their kind."));
            }
        }
        if (counts.unchanged() > 0) {
            said.add(number(counts.unchanged()) + " come under the new version without any step changing.");
        }
        for (Effect effect : Effect.values()) {
            Counts.Count count = counts.effects().get(effect);
            if (count != null) {
                said.add("Of " + number(count.people()) + ", " + number(count.steps())
                        + (count.steps() == 1 ? " step " : " steps ") + what(effect, counts, choice));
            }
        }
        return said;
    }

    private static String shifts(Counts counts) {
        if (counts.earliest() == null || counts.latest() == null) {
            return "";
        }
        return counts.earliest().equals(counts.latest()) ? ", " + shift(counts.earliest())
                : ", from " + shift(counts.earliest()) + " to " + shift(counts.latest());
    }

    private static String what(Effect effect, Counts counts, Choice choice) {
        return switch (effect) {
            case MOVES -> "would move" + shifts(counts) + ".";
            case ADDED -> "would be added.";
            case DROPPED -> "would be dropped.";
            case REPEATS -> "would repeat mail that was sent already: "
                    + (choice.repeats() == Choice.Repeats.SEND ? "it is sent again." : "it is skipped.");
            case LATE_GOES -> "would be late already and go at once.";
            case LATE_FALLS -> "would be too late already: they fall away, and the timeline says so.";
            case CHANGED -> "would stay at their time with another action, condition or late policy.";
            case NOT_MEANT -> "would not be for them: a condition does not hold.";
            case ALREADY_DONE -> "have come to their time already and stay as they are.";
        };
    }

    private static String shift(Duration by) {
        return by.isZero() ? "0 min" : Moments.length(by) + (by.isNegative() ? " earlier" : " later");
    }

    private static String number(long n) {
        return String.format(Locale.ENGLISH, "%,d", n);
    }
}
