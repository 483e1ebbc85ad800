package org.handrail.notifier.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.handrail.contract.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AppointmentTimesTest {

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            2026-05-05T13:30:00Z, America/New_York, -,                   EN, 'Tuesday, May 5',           9:30 AM
            2026-05-05T13:30:00Z, America/New_York, America/New_York,    EN, 'Tuesday, May 5',           9:30 AM
            2026-05-05T13:30:00Z, America/New_York, America/Detroit,     EN, 'Tuesday, May 5',           9:30 AM
            2026-05-05T13:30:00Z, America/New_York, America/Los_Angeles, EN, 'Tuesday, May 5',           9:30 AM EDT
            2026-11-05T14:30:00Z, America/New_York, America/Los_Angeles, EN, 'Thursday, November 5',     9:30 AM EST
            2026-05-05T16:00:00Z, America/New_York, -,                   EN, 'Tuesday, May 5',           12:00 PM
            2026-05-05T04:00:00Z, America/New_York, -,                   EN, 'Tuesday, May 5',           12:00 AM
            2026-05-05T16:30:00Z, America/Phoenix,  America/Denver,      EN, 'Tuesday, May 5',           9:30 AM MST
            2026-12-05T16:30:00Z, America/Phoenix,  America/Denver,      EN, 'Saturday, December 5',     9:30 AM
            2026-11-01T05:30:00Z, America/New_York, America/Chicago,     EN, 'Sunday, November 1',       1:30 AM EDT
            2026-11-01T06:30:00Z, America/New_York, America/Chicago,     EN, 'Sunday, November 1',       1:30 AM EST
            2026-05-05T13:30:00Z, America/New_York, America/Los_Angeles, ES, 'martes 5 de mayo',         9:30 a. m. EDT
            2026-09-02T20:05:00Z, America/Chicago,  -,                   ES, 'miércoles 2 de septiembre', 3:05 p. m.
            """)
    void saysDateAndTimeAsTheirReaderDoes(
            Instant start, ZoneId site, ZoneId client, Language language, String date, String time) {
        assertThat(AppointmentTimes.date(start, site, language)).isEqualTo(date);
        assertThat(AppointmentTimes.time(start, site, client, language)).isEqualTo(time);
    }
}
