package org.handrail.notifier.delivery;

import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** One attempt: hand to a provider, see what it means. Thread-safe; never throws. */
public final class Sender {

    private final Providers providers;
    private final DomainPace pace;
    private final AfterSending afterSending;
    private final Clock clock;

    public Sender(Providers providers, DomainPace pace, AfterSending afterSending, Clock clock) {
        this.providers = providers;
        this.pace = pace;
        this.afterSending = afterSending;
        this.clock = clock;
    }

    Providers providers() {
        return providers;
    }

    /** Forgets claims that were undone. */
    void keepOnly(Set<UUID> underWay) {
        pace.keepOnly(underWay);
    }

    Settlement send(Claimed claimed) {
        try {
            return attempt(claimed);
        } finally {
            pace.ended(claimed);
        }
    }

    private Settlement attempt(Claimed claimed) {
        try {
            Optional<Providers.Handover> handover = providers.hand(Objects.requireNonNull(claimed.mail()));
            handover.ifPresent(done -> pace.heard(claimed, done.outcome()));
            return handover.map(done -> afterSending.settle(claimed, done, clock.instant()))
                    .orElseGet(() -> afterSending.notTried(claimed, clock.instant()));
        } catch (RuntimeException | Error fault) {
            return afterSending.faulted(claimed);
        }
    }
}
