package org.handrail.followup.client;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** Of several facts about the same thing, the one with the highest version; of two alike the later told. */
public final class Newest {

    private Newest() {
    }

    public static <F> List<F> of(Collection<? extends F> facts, Function<F, Object> about, ToLongFunction<F> version) {
        Map<Object, F> newest = new LinkedHashMap<>();
        facts.forEach(fact -> newest.merge(about.apply(fact), fact, (one, other) ->
                version.applyAsLong(other) >= version.applyAsLong(one) ? other : one));
        return List.copyOf(newest.values());
    }
}
