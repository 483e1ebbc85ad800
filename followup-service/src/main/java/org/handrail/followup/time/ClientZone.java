package org.handrail.followup.time;

import java.time.DateTimeException;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** The zone whose wall clock counts for a client, and why it is that one. */
public record ClientZone(ZoneId zone, Source source) {

    public enum Source {
        CLIENT,
        /** The client's is not known. */
        SITE,
        /** The client's is an id that the running JDK does not know; the site's stands in. */
        SITE_FOR_UNKNOWN_ID
    }

    public static ClientZone of(@Nullable String id, ZoneId siteZone) {
        if (id == null || id.isBlank()) {
            return new ClientZone(siteZone, Source.SITE);
        }
        try {
            return new ClientZone(ZoneId.of(id), Source.CLIENT);
        } catch (DateTimeException e) {
            return new ClientZone(siteZone, Source.SITE_FOR_UNKNOWN_ID);
        }
    }
}
