package org.handrail.notifier.delivery;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** One domain: what is on its way there, how fast it may go, and whether it asked to be left alone. */
final class DomainState {

    /** @param reason a code */
    record Held(String reason, Duration pause) {
    }

    private static final long FIRST_REST = Duration.ofSeconds(5).toNanos();
    private static final long LONGEST_REST = Duration.ofMinutes(5).toNanos();
    private static final long STEP = Duration.ofMillis(250).toNanos();
    private static final double JITTER = 0.2;
    private static final int FULL = 256;

    private final LongSupplier nanos;
    private final RandomGenerator random;
    private final Rate rate;
    private final int mostAtOnce;
    private final Set<UUID> underWay = new HashSet<>();
    private int strikes;
    private int atOnce = FULL;
    private long restUntil;
    private long nextTurn;

    DomainState(DomainPace.Limits limits, LongSupplier nanos, RandomGenerator random) {
        this.nanos = nanos;
        this.random = random;
        this.rate = new Rate(limits.perMinute() / 60.0, Math.max(1, limits.perMinute() / 60.0), nanos);
        this.mostAtOnce = limits.atOnce() == 0 ? Integer.MAX_VALUE : limits.atOnce();
        this.restUntil = nanos.getAsLong();
        this.nextTurn = restUntil;
    }

    Set<UUID> underWay() {
        return underWay;
    }

    boolean isThrottling() {
        return strikes > 0;
    }

    /** Null: it may go, and is on its way from now on. */
    @Nullable Held ask(UUID delivery) {
        long now = nanos.getAsLong();
        if (strikes > 0 && restUntil - now > 0) {
            return new Held("domain-throttles", turn(now, restUntil, STEP));
        }
        if (underWay.size() >= Math.min(mostAtOnce, strikes > 0 ? atOnce : Integer.MAX_VALUE)) {
            return new Held("domain-busy", turn(now, now + STEP, STEP));
        }
        if (rate.free() < 1) {
            long interval = rate.interval().toNanos();
            return new Held("domain-rate", turn(now, now + interval, interval));
        }
        rate.take();
        underWay.add(delivery);
        return null;
    }

    /** Those that were on their way together count once. */
    void throttled() {
        long now = nanos.getAsLong();
        if (strikes > 0 && restUntil - now > 0) {
            return;
        }
        long rest = Math.min(LONGEST_REST, FIRST_REST << Math.min(strikes, 8));
        restUntil = now + (long) (rest * (1 - JITTER + 2 * JITTER * random.nextDouble()));
        strikes++;
        atOnce = 1;
    }

    /** It takes mail, or refuses it for good: in any case it works. */
    void answered() {
        if (strikes == 0 || restUntil - nanos.getAsLong() > 0) {
            return;
        }
        atOnce *= 2;
        strikes = atOnce >= FULL ? 0 : Math.max(1, strikes - 1);
    }

    /** Each that is put off gets a turn of its own, so that they don't all come back at once. */
    private Duration turn(long now, long earliest, long apart) {
        nextTurn = Math.max(nextTurn - now, earliest - now) + now;
        long pause = nextTurn - now;
        nextTurn += apart;
        long longest = Math.max(LONGEST_REST, earliest - now);
        return Duration.ofNanos(pause <= longest ? pause
                : longest - (long) (longest * JITTER * random.nextDouble()));
    }
}
