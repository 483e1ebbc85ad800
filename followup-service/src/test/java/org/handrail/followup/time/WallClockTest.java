package org.handrail.followup.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Days on which a clock on the wall skips or repeats, by name. */
class WallClockTest {

    @ParameterizedTest(name = "{0} in {1}")
    @CsvSource({
        // skipped: the first instant that exists after
        "2026-03-08T02:30, America/New_York, 2026-03-08T07:00:00Z",
        "2026-03-08T02:00, America/New_York, 2026-03-08T07:00:00Z",
        "2026-03-29T01:59, Europe/London,    2026-03-29T01:00:00Z",
        "2026-10-04T02:15, Australia/Lord_Howe, 2026-10-03T15:30:00Z",
        "2011-12-30T09:00, Pacific/Apia,     2011-12-30T10:00:00Z",
        // repeated: the earlier
        "2026-11-01T01:30, America/New_York, 2026-11-01T05:30:00Z",
        "2026-10-25T01:30, Europe/London,    2026-10-25T00:30:00Z",
        "2026-04-05T01:45, Australia/Lord_Howe, 2026-04-04T14:45:00Z",
        // neither
        "2026-03-08T03:00, America/New_York, 2026-03-08T07:00:00Z",
        "2026-03-08T09:00, America/New_York, 2026-03-08T13:00:00Z",
        "2026-03-08T02:30, America/Phoenix,  2026-03-08T09:30:00Z"})
    void readsTheWall(LocalDateTime wall, String zone, Instant expected) {
        assertThat(WallClock.instantOf(wall, ZoneId.of(zone))).isEqualTo(expected);
    }

    @Test
    void fallsBackToTheSiteAndSaysSo() {
        ZoneId site = ZoneId.of("America/Denver");

        assertThat(ClientZone.of("America/Chicago", site).source()).isEqualTo(ClientZone.Source.CLIENT);
        assertThat(ClientZone.of(null, site)).isEqualTo(new ClientZone(site, ClientZone.Source.SITE));
        assertThat(ClientZone.of("Mars/Olympus", site))
                .isEqualTo(new ClientZone(site, ClientZone.Source.SITE_FOR_UNKNOWN_ID));
        assertThat(ClientZone.of("not a zone \u202e", site).zone()).isEqualTo(site);
    }
}
