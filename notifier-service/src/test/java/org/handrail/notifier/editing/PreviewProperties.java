package org.handrail.notifier.editing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.handrail.contract.Language;
import org.handrail.contract.Purpose;
import org.handrail.notifier.delivery.jdbc.TestSender;
import org.handrail.notifier.template.ReminderToRender;
import org.handrail.notifier.template.Reminders;
import org.handrail.notifier.template.RenderedMail;
import org.handrail.notifier.template.Rendering;
import org.handrail.notifier.template.Wording;
import org.handrail.notifier.template.mustache.Renderings;
import org.handrail.notifier.testing.TestLedger;
import org.handrail.platform.site.Site;

/** What an editor sees is what goes out. */
class PreviewProperties {

    private static final Proofreading PROOFREADING =
            Renderings.proofreading(TestSender.SITES, Clock.fixed(TestLedger.NOW, ZoneOffset.UTC));

    @Property(tries = 100)
    void showsWhatIsSent(@ForAll("valid") Sources sources, @ForAll SamplePerson person, @ForAll Language language,
            @ForAll Wording wording) {
        // odd words beside each other now and then spell one that reveals
        Assume.that(PROOFREADING.faults(ValidTemplates.KEY, sources, Edited.shipped(ValidTemplates.KEY)).isEmpty());
        Proofreading.Preview preview = PROOFREADING.preview(ValidTemplates.KEY, sources, person, language, wording);
        if (!person.hasAppointment()) {
            assertThat(preview.letter()).isNull();
            return;
        }

        RenderedMail sent;
        try {
            sent = Reminders.rendering(new OnlyVersion(ValidTemplates.KEY, sources))
                    .render(about(person, language, wording));
        } catch (Rendering.TemplateFault held) {
            assertThat(preview.letter()).as("nothing is sent for %s", held.code()).isNull();
            return;
        }

        assertThat(preview.letter().subject()).isEqualTo(sent.subject());
        assertThat(bare(preview.letter().text())).isEqualTo(bare(sent.text()));
        assertThat(bare(preview.letter().html())).isEqualTo(bare(sent.html()));
    }

    @Provide
    Arbitrary<Sources> valid() {
        return ValidTemplates.any();
    }

    /** A client like the sample person, whom the ledger knows. */
    private static ReminderToRender about(SamplePerson person, Language language, Wording wording) {
        Site site = TestSender.SITES.defaultSite();
        ReminderToRender sample = Renderings.sample(TestSender.SITES, TestLedger.NOW, person, language, wording);
        return new ReminderToRender(UUID.randomUUID(), UUID.randomUUID(), Purpose.APPOINTMENT_REMINDERS,
                ValidTemplates.KEY, language, "alex@client.example", 4, person.givenName(), UUID.randomUUID(), 7,
                sample.startsAt(), site.zone(), sample.clientZone(), site.name(), site.phone(), TestLedger.NOW, null,
                wording);
    }

    /** Links are sealed in the one and dead in the other. */
    private static String bare(String body) {
        return body.replaceAll("(https://messages\\.example\\.org/[a-z]/)[\\w-]+", "$1");
    }
}
