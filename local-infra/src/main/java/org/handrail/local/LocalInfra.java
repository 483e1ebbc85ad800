package org.handrail.local;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * One broker and one database server for all tests of a JVM: each starts when it is first asked for and ends with the JVM.
 * A test class keeps apart from the others by {@link #newDatabase} and {@link #newTopicPrefix}.
 */
public final class LocalInfra {

    private static final LocalInfra SHARED = new LocalInfra();

    private final AtomicInteger prefixes = new AtomicInteger();

    private LocalInfra() {
    }

    public static LocalInfra shared() {
        return SHARED;
    }

    public LocalKafka kafka() {
        return Kafka.RUNNING;
    }

    public LocalPostgres postgres() {
        return Postgres.RUNNING;
    }

    /** For {@code bootstrap.servers}. */
    public String bootstrap() {
        return kafka().bootstrap();
    }

    public LocalDatabase newDatabase(String purpose) {
        return postgres().newDatabase(purpose);
    }

    /** Such as {@code outbox3.}: never given twice, to put before topics and consumer groups. */
    public String newTopicPrefix(String purpose) {
        return purpose + prefixes.incrementAndGet() + ".";
    }

    private static <T extends AutoCloseable> T closedAtExit(T part) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                part.close();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }, "local-infra-close"));
        return part;
    }

    private static final class Kafka {
        private static final LocalKafka RUNNING = closedAtExit(LocalKafka.start());
    }

    private static final class Postgres {
        private static final LocalPostgres RUNNING = closedAtExit(LocalPostgres.builder().maxConnections(200).start());
    }
}
