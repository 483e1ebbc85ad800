package org.handrail.notifier.link.jdbc;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.handrail.notifier.link.LinkKey;
import org.handrail.notifier.link.LinkKeys;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Keys in a table, read once and again when a token names one that this instance has not seen. Several instances that
 * find a new key due make one between them.
 */
public class JdbcLinkKeys implements LinkKeys {

    private static final Duration TURN = Duration.ofDays(90);
    private static final Duration BETWEEN_READS = Duration.ofSeconds(5);

    private final JdbcClient jdbc;
    private final TransactionOperations ownTransaction;
    private final SecureRandom random = new SecureRandom();
    private volatile TreeMap<Integer, LinkKey> keys = new TreeMap<>();
    private volatile long readAt = System.nanoTime() - BETWEEN_READS.toNanos();

    /** @param ownTransaction apart from the caller's: a key that was used must not be rolled back */
    public JdbcLinkKeys(JdbcClient jdbc, TransactionOperations ownTransaction) {
        this.jdbc = jdbc;
        this.ownTransaction = ownTransaction;
    }

    @Override
    public LinkKey current(Instant now) {
        Map.Entry<Integer, LinkKey> newest = keys.lastEntry();
        if (newest != null && isFresh(newest.getValue(), now)) {
            return newest.getValue();
        }
        return makeDueKey(now);
    }

    @Override
    public Optional<LinkKey> find(int id) {
        LinkKey known = keys.get(id);
        if (known == null && id > 0 && System.nanoTime() - readAt > BETWEEN_READS.toNanos()) {
            read();
            known = keys.get(id);
        }
        return Optional.ofNullable(known);
    }

    private synchronized LinkKey makeDueKey(Instant now) {
        read();
        Map.Entry<Integer, LinkKey> newest = keys.lastEntry();
        if (newest == null || !isFresh(newest.getValue(), now)) {
            int id = newest == null ? 1 : newest.getKey() + 1;
            ownTransaction.executeWithoutResult(status -> insert(id, now));
            read();
        }
        return keys.lastEntry().getValue();
    }

    private void insert(int id, Instant now) {
        byte[] secret = new byte[32];
        random.nextBytes(secret);
        jdbc.sql("""
                insert into link_key (id, secret, made_at) values (:id, :secret, :madeAt)
                on conflict (id) do nothing
                """)
                .param("id", id)
                .param("secret", secret)
                .param("madeAt", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .update();
    }

    private void read() {
        TreeMap<Integer, LinkKey> found = new TreeMap<>();
        jdbc.sql("select id, secret, made_at from link_key")
                .query((row, n) -> new LinkKey(row.getInt("id"), row.getBytes("secret"),
                        row.getObject("made_at", OffsetDateTime.class).toInstant()))
                .list()
                .forEach(key -> found.put(key.id(), key));
        keys = found;
        readAt = System.nanoTime();
    }

    private static boolean isFresh(LinkKey key, Instant now) {
        return key.madeAt().plus(TURN).isAfter(now);
    }
}
