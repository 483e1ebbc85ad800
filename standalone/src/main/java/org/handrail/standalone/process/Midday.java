package org.handrail.standalone.process;

import java.time.Instant;
import java.time.ZoneOffset;

/** A zone in which it is noon, so that send windows are open at whatever hour something is measured. */
public final class Midday {

    private static final int NOON = 12;

    private Midday() {
    }

    /** IANA id, without daylight saving. */
    public static String zone(Instant now) {
        int offset = NOON - now.atOffset(ZoneOffset.UTC).getHour();
        // the signs of these zones are the other way round
        return offset == 0 ? "Etc/UTC" : "Etc/GMT" + (offset > 0 ? "-" + offset : "+" + -offset);
    }
}
