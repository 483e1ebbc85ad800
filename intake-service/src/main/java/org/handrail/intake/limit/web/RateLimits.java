package org.handrail.intake.limit.web;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Token buckets of this instance, in real time. The least recently used is forgotten once there are too many, so
 * that memory stays bounded whatever addresses come.
 */
public final class RateLimits {

    private static final int REMEMBERED = 20_000;
    /** A page is looked at more often than a form is sent. */
    private static final int PAGES_A_POST = 10;
    private static final int SECONDS_OF_BURST = 10;

    private final Map<String, Bucket> buckets = new LinkedHashMap<>(256, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > REMEMBERED;
        }
    };
    private final long addressPerMinute;
    private final long sourcePerSecond;
    private final TimeMeter time;

    /**
     * @param addressPerMinute form posts, and refused sign-ins and signatures, of an address
     * @param sourcePerSecond  requests of a source, ten seconds' worth of them at once
     */
    public RateLimits(long addressPerMinute, long sourcePerSecond, TimeMeter time) {
        this.addressPerMinute = addressPerMinute;
        this.sourcePerSecond = sourcePerSecond;
        this.time = time;
    }

    /** @return how long to wait; empty when it may go on. Likewise below. */
    public Optional<Duration> ofFormPost(RemoteAddress address) {
        return consume(perMinute("post " + address.network(), addressPerMinute));
    }

    public Optional<Duration> ofPage(RemoteAddress address) {
        return consume(perMinute("page " + address.network(), addressPerMinute * PAGES_A_POST));
    }

    public Optional<Duration> ofSource(String source) {
        return consume(bucket("source " + source, sourcePerSecond * SECONDS_OF_BURST, sourcePerSecond,
                Duration.ofSeconds(1)));
    }

    /** Whether the address was refused too often; consumes nothing. */
    public Optional<Duration> ofRefused(RemoteAddress address) {
        var estimate = perMinute("refused " + address.network(), addressPerMinute).estimateAbilityToConsume(1);
        return estimate.canBeConsumed() ? Optional.empty()
                : Optional.of(Duration.ofNanos(estimate.getNanosToWaitForRefill()));
    }

    public void refused(RemoteAddress address) {
        perMinute("refused " + address.network(), addressPerMinute).tryConsume(1);
    }

    private static Optional<Duration> consume(Bucket bucket) {
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    private Bucket perMinute(String name, long tokens) {
        return bucket(name, tokens, tokens, Duration.ofMinutes(1));
    }

    private Bucket bucket(String name, long capacity, long refill, Duration period) {
        synchronized (buckets) {
            return buckets.computeIfAbsent(name, key -> Bucket.builder()
                    .addLimit(limit -> limit.capacity(capacity).refillGreedy(refill, period))
                    .withCustomTimePrecision(time)
                    .build());
        }
    }

    int remembered() {
        synchronized (buckets) {
            return buckets.size();
        }
    }
}
