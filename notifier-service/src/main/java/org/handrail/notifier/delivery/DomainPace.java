package org.handrail.notifier.delivery;

import static org.handrail.notifier.delivery.Decision.GO;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.handrail.notifier.delivery.Mailer.SendOutcome;
import org.handrail.notifier.delivery.Situation.Recipient;
import org.jspecify.annotations.Nullable;

/**
 * How fast mail goes to each recipient's domain. Asked last, when everything else agrees to a claim: what is too much
 * for its domain is put off in the ledger, where it holds up nobody and counts as no attempt. A domain that throttles
 * is left alone for a while, longer each time, and comes back step by step. Remembers the domains met last, by real
 * time, in this process alone. Thread-safe.
 */
public final class DomainPace implements LastLook.Objection {

    /**
     * @param perMinute messages to one domain; 0: no limit
     * @param atOnce    messages on their way to one domain at a time; 0: no limit
     */
    public record Limits(int perMinute, int atOnce) {

        public static final Limits NONE = new Limits(0, 0);

        public Limits {
            if (perMinute < 0 || atOnce < 0) {
                throw new IllegalArgumentException("HANDRAIL_MAIL_DOMAIN_RATE and HANDRAIL_MAIL_DOMAIN_CONNECTIONS"
                        + " must be 0 or more");
            }
        }
    }

    static final int MOST_DOMAINS = 10_000;
    private static final Duration SHORTEST = Duration.ofMillis(100);

    private final Limits limits;
    private final LongSupplier nanos;
    private final RandomGenerator random;
    private final Map<String, DomainState> domains = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, DomainState> eldest) {
            return size() > MOST_DOMAINS;
        }
    };

    /** @param nanos as {@link System#nanoTime()} */
    public DomainPace(Limits limits, LongSupplier nanos, RandomGenerator random) {
        this.limits = limits;
        this.nanos = nanos;
        this.random = random;
    }

    /** Go counts as on its way until {@link #ended} or {@link #keepOnly} says otherwise. */
    @Override
    public synchronized Decision to(Situation situation) {
        String domain = domain(situation.recipient());
        DomainState state = limits.equals(Limits.NONE) ? domains.get(domain) : known(domain);
        if (state == null) {
            return GO;
        }
        DomainState.Held held = state.ask(situation.delivery().id());
        return held == null ? GO : held(held, situation);
    }

    synchronized void heard(Claimed claimed, SendOutcome outcome) {
        String domain = domain(claimed.recipient());
        if (outcome instanceof SendOutcome.TryLater later && later.trouble() == Trouble.DOMAIN) {
            known(domain).throttled();
        } else if (!Circuit.isProvidersOwn(outcome) && !(outcome instanceof SendOutcome.Unknown)
                && domains.containsKey(domain)) {
            known(domain).answered();
        }
    }

    synchronized void ended(Claimed claimed) {
        DomainState state = domains.get(domain(claimed.recipient()));
        if (state != null) {
            state.underWay().remove(claimed.delivery().id());
        }
    }

    synchronized void keepOnly(Set<UUID> underWay) {
        domains.values().forEach(state -> state.underWay().retainAll(underWay));
    }

    /** How many domains are being left alone or come back step by step. */
    public synchronized long throttling() {
        return domains.values().stream().filter(DomainState::isThrottling).count();
    }

    synchronized int remembered() {
        return domains.size();
    }

    private DomainState known(String domain) {
        return domains.computeIfAbsent(domain, unknown -> new DomainState(limits, nanos, random));
    }

    private static Decision held(DomainState.Held held, Situation situation) {
        Instant now = situation.now();
        Instant deadline = situation.delivery().deadline();
        if (!now.isBefore(deadline)) {
            return new Decision.Skip("deadline-passed");
        }
        Instant until = now.plus(held.pause().compareTo(SHORTEST) < 0 ? SHORTEST : held.pause());
        return new Decision.Wait(until.isAfter(deadline) ? deadline : until, held.reason());
    }

    private static String domain(@Nullable Recipient recipient) {
        String email = Objects.requireNonNull(Objects.requireNonNull(recipient).email());
        return email.substring(email.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    }
}
