package org.handrail.notifier.template.mustache;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.handrail.contract.Language;
import org.handrail.notifier.editing.Edited;
import org.handrail.notifier.editing.OnlyVersion;
import org.handrail.notifier.template.Reminders;
import org.handrail.notifier.template.Rendering;
import org.handrail.notifier.template.Rendering.TemplateFault;
import org.junit.jupiter.api.Test;

class TemplatesInForceTest {

    @Test
    void startsWithAPublishedTextThatRevealsAndHoldsItsMailBack() {
        Rendering rendering = Reminders.rendering(new OnlyVersion("note", Edited.saying("Your detox")));

        assertThatThrownBy(() -> rendering.render(Reminders.reminder("note", Language.EN, "Alex")))
                .isInstanceOf(TemplateFault.class).hasMessage("revealing-word");
    }

    /** A TemplateFault would skip the mail; any other fault lets it wait for an instance that can write it. */
    @Test
    void startsWithAVersionThatOnlyAnotherReleaseCanWriteAndLetsItsMailWait() {
        Rendering rendering = Reminders.rendering(new OnlyVersion("note", Edited.saying("{{ofALaterRelease}}")));

        assertThatThrownBy(() -> rendering.render(Reminders.reminder("note", Language.EN, "Alex")))
                .isInstanceOf(UnusableTemplate.class)
                .hasMessageContaining("template note, en: subject: has an unknown placeholder {{ofALaterRelease}}");
        assertThatThrownBy(() -> rendering.render(Reminders.reminder("other", Language.EN, "Alex")))
                .isInstanceOf(TemplateFault.class).hasMessage("template-unknown");
    }
}
