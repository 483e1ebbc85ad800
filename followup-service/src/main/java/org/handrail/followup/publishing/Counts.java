package org.handrail.followup.publishing;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import org.handrail.followup.enrolment.ChangingVersions.Effect;
import org.handrail.followup.enrolment.ChangingVersions.Stays;
import org.jspecify.annotations.Nullable;

/**
 * What an edit does to everybody enrolled in earlier versions.
 *
 * @param enrolled  all of them
 * @param unchanged those who come under the new version without any step of theirs changing
 * @param kept      those who stay with their version, by why
 * @param effects   people and steps by what happens to them; one person may count under several
 * @param bySteps   the same by the key of the step
 * @param versions  how many are in which version now
 * @param earliest  the largest shift towards earlier of a step that moves (negative), or the smallest towards later;
 *                  null when none moves
 * @param latest    the other end
 * @param digest    differs when anybody's change differs
 */
public record Counts(
        long enrolled, long unchanged, Map<Stays, Long> kept, Map<Effect, Count> effects,
        Map<String, Map<Effect, Long>> bySteps, Map<Integer, Long> versions,
        @Nullable Duration earliest, @Nullable Duration latest, String digest) {

    public static final Counts NONE =
            new Counts(0, 0, Map.of(), Map.of(), Map.of(), Map.of(), null, null, "0");

    public record Count(long people, long steps) {

        Count and(Count more) {
            return new Count(people + more.people, steps + more.steps);
        }
    }

    /** Of other enrolments. */
    Counts and(Counts more) {
        return new Counts(enrolled + more.enrolled, unchanged + more.unchanged,
                merged(Stays.class, kept, more.kept, Long::sum),
                merged(Effect.class, effects, more.effects, Count::and), steps(more), versions(more),
                least(earliest, more.earliest), most(latest, more.latest),
                Long.toHexString(Long.parseUnsignedLong(digest, 16) + Long.parseUnsignedLong(more.digest, 16)));
    }

    private Map<String, Map<Effect, Long>> steps(Counts more) {
        Map<String, Map<Effect, Long>> all = new TreeMap<>(bySteps);
        more.bySteps.forEach((key, counted) -> all.merge(key, counted,
                (one, other) -> merged(Effect.class, one, other, Long::sum)));
        return all;
    }

    private Map<Integer, Long> versions(Counts more) {
        Map<Integer, Long> all = new TreeMap<>(versions);
        more.versions.forEach((version, n) -> all.merge(version, n, Long::sum));
        return all;
    }

    private static <K extends Enum<K>, V> Map<K, V> merged(
            Class<K> keys, Map<K, V> one, Map<K, V> other, BinaryOperator<V> sum) {
        Map<K, V> all = new EnumMap<>(keys);
        all.putAll(one);
        other.forEach((key, value) -> all.merge(key, value, sum));
        return all;
    }

    private static @Nullable Duration least(@Nullable Duration one, @Nullable Duration other) {
        return one == null || other != null && other.compareTo(one) < 0 ? other : one;
    }

    private static @Nullable Duration most(@Nullable Duration one, @Nullable Duration other) {
        return one == null || other != null && other.compareTo(one) > 0 ? other : one;
    }
}
