package org.handrail.notifier.consent;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.handrail.contract.Purpose;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is on record of one client's consents to email: each act with the very words, in the order in which
 * it was entered, what it came to, and what is in force now. Holds ids and codes, so it outlives the client's details.
 */
public record ProofSheet(UUID clientId, Instant at, List<Line> lines, Map<Purpose, Preference> now) {

    /**
     * @param words null when nobody kept the words of that wording
     * @param after what the acts for that purpose came to once this one was entered
     */
    public record Line(ConsentAct act, @Nullable String words, Preference after) {
    }

    /** Gives the words of an act's wording. */
    @FunctionalInterface
    public interface Words {
        Optional<String> of(ConsentAct act);
    }

    public ProofSheet {
        lines = List.copyOf(lines);
        now = Map.copyOf(now);
    }

    /** @param acts of one client, in any order */
    public static ProofSheet of(UUID clientId, Collection<ConsentAct> acts, Words words, Instant at) {
        List<ConsentAct> entered = acts.stream().sorted(Comparator.comparing(ConsentAct::recordedAt)
                .thenComparing(ConsentAct::occurredAt).thenComparing(ConsentAct::actId)
                .thenComparing(ConsentAct::purpose)).toList();
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < entered.size(); i++) {
            ConsentAct act = entered.get(i);
            List<ConsentAct> soFar = entered.subList(0, i + 1).stream()
                    .filter(one -> one.purpose() == act.purpose()).toList();
            lines.add(new Line(act, words.of(act).orElse(null),
                    Preference.of(soFar, act.recordedAt()).orElseThrow()));
        }
        Map<Purpose, Preference> now = new EnumMap<>(Purpose.class);
        for (Purpose purpose : Purpose.values()) {
            Preference.of(acts.stream().filter(act -> act.purpose() == purpose).toList(), at)
                    .ifPresent(preference -> now.put(purpose, preference));
        }
        return new ProofSheet(clientId, at, lines, now);
    }
}
