package org.handrail.notifier.dkim;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The keys there are. Of each algorithm the newest in force signs; the earlier ones only stay published. */
public record SigningKeys(List<SigningKey> all) {

    private static final Comparator<SigningKey> OLDEST_FIRST =
            Comparator.comparing(SigningKey::since).thenComparing(SigningKey::dnsName);

    public SigningKeys {
        all = all.stream().sorted(OLDEST_FIRST).toList();
    }

    /** At most one of each algorithm, RSA first: there are still readers who know no other. */
    public List<SigningKey> inForce(Instant at) {
        return Stream.of(Algorithm.values()).map(algorithm -> newest(algorithm, at)).flatMap(Optional::stream).toList();
    }

    private Optional<SigningKey> newest(Algorithm algorithm, Instant at) {
        return all.stream()
                .filter(key -> key.algorithm() == algorithm && key.isInForce(at))
                .reduce((older, newer) -> newer);
    }
}
