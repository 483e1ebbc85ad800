package org.handrail.messaging.retention;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.handrail.messaging.Faults;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Applies the rules: a batch a transaction, and no more than so many batches a rule and run, so that a first run on an
 * old database takes several nights rather than the service.
 */
public final class Retention {

    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
    private static final int BATCH = 1000;
    private static final int MOST_BATCHES = 200;
    /** Tables that nobody may change let rows go under it; see refuse_change(). */
    private static final String MAY_DELETE = "select set_config('handrail.retention', 'on', true)";

    private final JdbcTemplate jdbc;
    private final TransactionOperations transaction;
    private final List<RetentionRule> rules;
    private final Clock clock;
    private final MeterRegistry meters;

    public Retention(JdbcTemplate jdbc, TransactionOperations transaction, RetentionRules rules, Clock clock,
            MeterRegistry meters) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.rules = rules.rules();
        this.clock = clock;
        this.meters = meters;
    }

    /** @return how many rows went, by what they were; a rule that fails holds up none of the others */
    public Map<String, Integer> run() {
        Map<String, Integer> removed = new TreeMap<>();
        for (RetentionRule rule : rules) {
            try {
                removed.put(rule.what(), apply(rule));
            } catch (RuntimeException e) {
                LOG.warn("Retention of {} failed and is tried again later: {}", rule.what(), Faults.code(e));
            }
        }
        removed.forEach((what, rows) -> {
            meters.counter("handrail.retention.removed", "what", what).increment(rows);
            if (rows > 0) {
                LOG.info("Retention removed {} rows of {}", rows, what);
            }
        });
        return removed;
    }

    private int apply(RetentionRule rule) {
        OffsetDateTime limit = clock.instant().minus(rule.kept()).atOffset(ZoneOffset.UTC);
        int all = 0;
        for (int batch = 0; batch < MOST_BATCHES; batch++) {
            Integer removed = transaction.execute(status -> {
                jdbc.queryForList(MAY_DELETE);
                return jdbc.update(rule.delete(), limit, BATCH);
            });
            all += removed == null ? 0 : removed;
            if (removed == null || removed < BATCH) {
                return all;
            }
        }
        return all;
    }
}
