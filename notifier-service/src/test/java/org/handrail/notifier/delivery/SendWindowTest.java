package org.handrail.notifier.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class SendWindowTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final ZoneId LORD_HOWE = ZoneId.of("Australia/Lord_Howe");
    private static final SendWindow WINDOW = new SendWindow(LocalTime.of(8, 0), LocalTime.of(20, 0));

    @Test
    void isOpenFromItsBeginningUntilJustBeforeItsEnd() {
        assertThat(WINDOW.isOpen(Instant.parse("2026-11-24T12:59:59.999Z"), NEW_YORK)).isFalse();
        assertThat(WINDOW.isOpen(Instant.parse("2026-11-24T13:00:00Z"), NEW_YORK)).isTrue();
        assertThat(WINDOW.isOpen(Instant.parse("2026-11-25T00:59:59.999Z"), NEW_YORK)).isTrue();
        assertThat(WINDOW.isOpen(Instant.parse("2026-11-25T01:00:00Z"), NEW_YORK)).isFalse();
    }

    @Test
    void opensByTheWallClockTheMorningAfterTheClocksChange() {
        assertThat(WINDOW.nextOpening(Instant.parse("2026-03-08T02:00:00Z"), NEW_YORK))
                .isEqualTo("2026-03-08T12:00:00Z");
        assertThat(WINDOW.nextOpening(Instant.parse("2026-11-01T02:00:00Z"), NEW_YORK))
                .isEqualTo("2026-11-01T13:00:00Z");
    }

    @Test
    void opensAtTheFirstInstantAfterAGapAndAtTheEarlierOfTwo() {
        SendWindow atNight = new SendWindow(LocalTime.of(2, 15), LocalTime.of(5, 0));

        assertThat(atNight.nextOpening(Instant.parse("2026-10-03T12:00:00Z"), LORD_HOWE))
                .isEqualTo("2026-10-03T15:30:00Z");
        assertThat(new SendWindow(LocalTime.of(1, 30), LocalTime.of(5, 0))
                .nextOpening(Instant.parse("2026-11-01T02:00:00Z"), NEW_YORK)).isEqualTo("2026-11-01T05:30:00Z");
    }
}
