package org.handrail.followup.disclosure.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.handrail.followup.disclosure.DisclosureConsent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ConsentFormTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    @Test
    void readsDaysWhereTheSiteIs() {
        DisclosureConsent.Entry entry = form("Court", "2026-03-01", "2026-03-08").entry(UUID.randomUUID(), NEW_YORK,
                UUID.randomUUID());

        assertThat(entry.signedAt()).isEqualTo("2026-03-01T05:00:00Z");
        // the whole of the last day, at the end of which the clocks have gone forward
        assertThat(entry.expiresAt()).isEqualTo("2026-03-09T04:00:00Z");
    }

    @Test
    void asksForRecipientsByACodeMadeOfTheirName() {
        assertThat(ConsentForm.code("Superior Court, Room 4")).isEqualTo("superior-court-room-4");
        assertThat(ConsentForm.code("  Señora Núñez ")).isEqualTo("senora-nunez");
        assertThat(ConsentForm.code("x".repeat(70) + "-")).hasSize(60);
        assertThat(ConsentForm.code("裁判所")).isEmpty();
    }

    @Test
    void keepsWhatThePaperLacksAsMissing() {
        ConsentForm form = form("Court", "", null);

        assertThat(form.fault()).isEmpty();
        DisclosureConsent.Entry entry = form.entry(UUID.randomUUID(), NEW_YORK, UUID.randomUUID());
        assertThat(entry.signedAt()).isNull();
        assertThat(entry.expiresAt()).isNull();
        assertThat(entry.clientName()).isNull();
        assertThat(entry.rightToRevokeTold()).isFalse();
        assertThat(entry.scope()).isEmpty();
    }

    @Test
    void takesNothingThatItCannotRead() {
        assertThat(form(" ", null, null).fault()).contains("disclosure.recipient-needed");
        assertThat(form("Court", "03/01/2026", null).fault()).contains("disclosure.no-day");
        assertThat(form("Court", null, "2026-02-30").fault()).contains("disclosure.no-day");
        assertThat(form("C".repeat(2001), null, null).fault()).contains("disclosure.too-long");
    }

    private static ConsentForm form(String recipient, @Nullable String signedOn, @Nullable String expiresOn) {
        return new ConsentForm(" ", "", recipient, "", List.of(), "", "", signedOn, expiresOn, "", null);
    }
}
