package org.handrail.messaging.retention;

import java.time.Duration;

/**
 * What goes when it is so old.
 *
 * @param what  a code such as {@code followup.timeline}
 * @param table whose rows go
 * @param old   which of them, in SQL about the row {@code r}, with the limit in time as the one parameter
 */
public record RetentionRule(String what, Duration kept, String table, String old) {

    /** 45 CFR 164.316(b)(2) and 164.530(j): six years. */
    public static final Duration SIX_YEARS = Duration.ofDays(6 * 365 + 2);

    public RetentionRule {
        if (kept.isNegative() || kept.isZero()) {
            throw new IllegalArgumentException("The time for which " + what + " is kept must be positive");
        }
    }

    /** @throws IllegalArgumentException when a setting asks for less than the six years that the law does */
    public static Duration atLeastSixYears(String setting, Duration kept) {
        if (kept.compareTo(SIX_YEARS) < 0) {
            throw new IllegalArgumentException(setting + " must be " + SIX_YEARS.toDays() + "d or more: six years");
        }
        return kept;
    }

    /** Rows that somebody else works on are left for the next time. */
    String delete() {
        return "delete from " + table + " where ctid = any(array(select r.ctid from " + table + " r where " + old
                + " limit ? for update of r skip locked))";
    }
}
