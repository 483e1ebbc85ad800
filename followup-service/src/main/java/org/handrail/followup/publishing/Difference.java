package org.handrail.followup.publishing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.handrail.followup.enrolment.ChangingVersions.Effect;
import org.handrail.followup.enrolment.ChangingVersions.Stays;

/**
 * A figure that is not what it was.
 *
 * @param what a code: {@code enrolled}, {@code unchanged}, {@code kept.} and why, {@code people.} or {@code steps.} and
 *             the effect, {@code earliest}, {@code latest}, {@code individuals} when only single people's times differ
 */
public record Difference(String what, String then, String now) {

    public static List<Difference> between(Counts then, Counts now) {
        List<Difference> all = new ArrayList<>();
        add(all, "enrolled", then.enrolled(), now.enrolled());
        add(all, "unchanged", then.unchanged(), now.unchanged());
        for (Stays why : Stays.values()) {
            add(all, "kept." + why, then.kept().getOrDefault(why, 0L), now.kept().getOrDefault(why, 0L));
        }
        for (Effect effect : Effect.values()) {
            Counts.Count before = count(then.effects(), effect);
            Counts.Count after = count(now.effects(), effect);
            add(all, "people." + effect, before.people(), after.people());
            add(all, "steps." + effect, before.steps(), after.steps());
        }
        add(all, "earliest", String.valueOf(then.earliest()), String.valueOf(now.earliest()));
        add(all, "latest", String.valueOf(then.latest()), String.valueOf(now.latest()));
        if (all.isEmpty() && !then.digest().equals(now.digest())) {
            all.add(new Difference("individuals", then.digest(), now.digest()));
        }
        return all;
    }

    private static Counts.Count count(Map<Effect, Counts.Count> effects, Effect effect) {
        return effects.getOrDefault(effect, new Counts.Count(0, 0));
    }

    private static void add(List<Difference> all, String what, Object then, Object now) {
        if (!then.equals(now)) {
            all.add(new Difference(what, then.toString(), now.toString()));
        }
    }
}
