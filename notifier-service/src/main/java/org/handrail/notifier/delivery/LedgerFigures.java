package org.handrail.notifier.delivery;

import java.time.Duration;

/** How the ledger stands. */
public interface LedgerFigures {

    Figures read();

    /**
     * @param lateness of the oldest delivery whose attempt is due
     * @param alerts   kinds of operator alerts within the last hour
     */
    record Figures(long queued, long sending, long unknown, Duration lateness, int alerts) {

        public static final Figures NONE = new Figures(0, 0, 0, Duration.ZERO, 0);
    }
}
