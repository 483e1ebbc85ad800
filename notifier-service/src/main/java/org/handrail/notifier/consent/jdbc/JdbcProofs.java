package org.handrail.notifier.consent.jdbc;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.handrail.notifier.consent.ConsentAct;
import org.handrail.notifier.consent.ProofSheet;
import org.handrail.notifier.consent.Proofs;
import org.handrail.notifier.consent.Wordings;
import org.springframework.jdbc.core.JdbcTemplate;

/** Proof sheets read from the acts, which are the record; not from the state that was derived for sending. */
public final class JdbcProofs implements Proofs {

    private final ConsentActs acts;
    private final Wordings wordings;
    private final Clock clock;

    public JdbcProofs(JdbcTemplate jdbc, Wordings wordings, Clock clock) {
        this.acts = new ConsentActs(jdbc);
        this.wordings = wordings;
        this.clock = clock;
    }

    @Override
    public ProofSheet of(UUID clientId) {
        List<ConsentAct> all = acts.of(List.of(clientId)).values().stream().flatMap(Collection::stream).toList();
        return ProofSheet.of(clientId, all, this::words, clock.instant());
    }

    private Optional<String> words(ConsentAct act) {
        return act.wording() == null || act.language() == null ? Optional.empty()
                : wordings.words(act.wording(), act.language());
    }
}
