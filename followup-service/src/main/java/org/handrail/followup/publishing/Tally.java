package org.handrail.followup.publishing;

import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.handrail.followup.enrolment.ChangingVersions.Effect;
import org.handrail.followup.enrolment.ChangingVersions.StepChange;
import org.handrail.followup.enrolment.ChangingVersions.Stays;
import org.handrail.followup.schedule.PlannedStep;
import org.jspecify.annotations.Nullable;

/** Counts what an edit does, one enrolment after another. Not thread-safe. */
final class Tally {

    private static final Effect[] EFFECTS = Effect.values();

    private final long[] people = new long[EFFECTS.length];
    private final long[] steps = new long[EFFECTS.length];
    private final Map<Stays, Long> kept = new EnumMap<>(Stays.class);
    private final Map<Integer, Long> versions = new TreeMap<>();
    private final Map<String, long[]> byStep = new HashMap<>();
    private long enrolled;
    private long unchanged;
    private long earliest;
    private long latest;
    private boolean shifted;
    private long digest;

    void stays(int version, Stays why) {
        enrolled++;
        versions.merge(version, 1L, Long::sum);
        kept.merge(why, 1L, Long::sum);
    }

    void moves(UUID enrolmentId, int version, List<StepChange> changes) {
        enrolled++;
        versions.merge(version, 1L, Long::sum);
        int seen = 0;
        boolean changed = false;
        for (StepChange change : changes) {
            int effect = change.effect().ordinal();
            steps[effect]++;
            if ((seen & 1 << effect) == 0) {
                people[effect]++;
                seen |= 1 << effect;
            }
            byStep.computeIfAbsent(PlannedStep.stepKey(change.row().key()), key -> new long[EFFECTS.length])[effect]++;
            changed |= change.after() != null;
            shift(change);
            digest += mixed(enrolmentId, change);
        }
        if (!changed) {
            unchanged++;
        }
    }

    private void shift(StepChange change) {
        if (change.effect() != Effect.MOVES || change.before() == null || change.after() == null) {
            return;
        }
        long by = Duration.between(change.before().at(), change.after().at()).toSeconds();
        earliest = shifted ? Math.min(earliest, by) : by;
        latest = shifted ? Math.max(latest, by) : by;
        shifted = true;
    }

    /** The same for the same change, in whatever order they come; another for any other, as good as always. */
    private static long mixed(UUID enrolmentId, StepChange change) {
        long at = change.after() == null ? 0 : change.after().at().getEpochSecond();
        long mixed = enrolmentId.getMostSignificantBits() ^ Long.rotateLeft(enrolmentId.getLeastSignificantBits(), 17);
        mixed = (mixed ^ change.row().key().hashCode() * 0x9E3779B97F4A7C15L) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 29 ^ at * 0x94D049BB133111EBL ^ change.effect().ordinal()) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 32;
    }

    Counts counts() {
        Map<Effect, Counts.Count> effects = new EnumMap<>(Effect.class);
        Map<String, Map<Effect, Long>> touched = new TreeMap<>();
        for (Effect effect : EFFECTS) {
            int i = effect.ordinal();
            if (steps[i] > 0) {
                effects.put(effect, new Counts.Count(people[i], steps[i]));
            }
            byStep.forEach((key, counted) -> {
                if (counted[i] > 0) {
                    touched.computeIfAbsent(key, k -> new EnumMap<>(Effect.class)).put(effect, counted[i]);
                }
            });
        }
        return new Counts(enrolled, unchanged, kept, effects, touched, versions,
                seconds(earliest), seconds(latest), Long.toHexString(digest));
    }

    private @Nullable Duration seconds(long by) {
        return shifted ? Duration.ofSeconds(by) : null;
    }
}
