package org.handrail.followup.schedule.jdbc;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whoever reads which versions are published shares it until the transaction ends; whoever publishes has it alone. So
 * nobody enrols in a version that has just been replaced. Held by the database, for all instances.
 */
public final class EnrollingLock {

    /** Any number that no other advisory lock of the schema has. */
    private static final long NUMBER = 0x5c4e_d01e;

    private EnrollingLock() {
    }

    static void shared(JdbcClient jdbc) {
        jdbc.sql("select pg_advisory_xact_lock_shared(?)").param(NUMBER).query(row -> { });
    }

    public static void alone(JdbcClient jdbc) {
        jdbc.sql("select pg_advisory_xact_lock(?)").param(NUMBER).query(row -> { });
    }
}
