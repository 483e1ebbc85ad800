package org.handrail.contract;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The topics, with the settings they are created with. The full name is a prefix (default {@code handrail.}) and
 * {@link #suffix()}; each has a dead-letter topic beside it.
 */
public enum Topic {

    /** Inquiries, calls, appointments, admissions, consents asked for, stops; ids and codes only. */
    INTAKE("intake.v1", Retention.time(Duration.ofDays(30))),

    /** The latest contact details a client, null to erase; the only topic that identifies anybody. */
    CONTACTS("contacts.v1", Retention.compacted(Duration.ofHours(24))),

    /** Preferences in force and address states, as the notifier's ledger has them, and what clients answered by link. */
    CONSENTS("consents.v1", Retention.time(Duration.ofDays(30))),

    /** Reminders due, reminders withdrawn, reminders to be sent again. */
    REMINDERS("reminders.v1", Retention.time(Duration.ofDays(14))),

    /** What became of each reminder. */
    DELIVERIES("deliveries.v1", Retention.time(Duration.ofDays(30)));

    /** Enough for several instances of each service; it can be raised, but then the order a client is lost once. */
    public static final int PARTITIONS = 6;

    public static final String DEAD_LETTER_SUFFIX = ".dead-letter";

    private final String suffix;
    private final Retention retention;

    Topic(String suffix, Retention retention) {
        this.suffix = suffix;
        this.retention = retention;
    }

    public String suffix() {
        return suffix;
    }

    public String name(String prefix) {
        return prefix + suffix;
    }

    public String deadLetterName(String prefix) {
        return name(prefix) + DEAD_LETTER_SUFFIX;
    }

    /** Broker settings of the topic itself. */
    public Map<String, String> settings() {
        return retention.settings();
    }

    /**
     * Broker settings of its dead-letter topic. Dead letters of the compacted topic keep the client's key and are
     * compacted, too, so that a tombstone reaches them.
     */
    public Map<String, String> deadLetterSettings() {
        Map<String, String> settings = new HashMap<>(retention.settings());
        // room for the headers around a record that was as large as the topic allows
        settings.put("max.message.bytes", Integer.toString(2 * 1024 * 1024));
        return Map.copyOf(settings);
    }

    public static Topic bySuffix(String suffix) {
        return Arrays.stream(values())
                .filter(topic -> topic.suffix.equals(suffix))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No topic is named " + suffix));
    }

    private record Retention(Map<String, String> settings) {

        static Retention time(Duration kept) {
            return new Retention(Map.of(
                    "cleanup.policy", "delete",
                    "retention.ms", Long.toString(kept.toMillis()),
                    "min.insync.replicas", "1"));
        }

        /** Within {@code forgotten} of a tombstone no log segment holds the older records any more. */
        static Retention compacted(Duration forgotten) {
            return new Retention(Map.of(
                    "cleanup.policy", "compact",
                    "max.compaction.lag.ms", Long.toString(forgotten.toMillis()),
                    "segment.ms", Long.toString(forgotten.toMillis() / 2),
                    "delete.retention.ms", Long.toString(Duration.ofDays(7).toMillis()),
                    "min.cleanable.dirty.ratio", "0.1",
                    "min.insync.replicas", "1"));
        }
    }
}
