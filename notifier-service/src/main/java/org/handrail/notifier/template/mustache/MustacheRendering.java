package org.handrail.notifier.template.mustache;

import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.handrail.contract.Language;
import org.handrail.notifier.link.ClientLinks;
import org.handrail.notifier.link.ClientLinks.StopAddresses;
import org.handrail.notifier.link.ReturnPaths;
import org.handrail.notifier.template.Discretion;
import org.handrail.notifier.template.ReminderToRender;
import org.handrail.notifier.template.RenderedMail;
import org.handrail.notifier.template.Rendering;
import org.handrail.notifier.template.TextsInForce;
import org.handrail.notifier.template.Wording;

/** Renders from the versions in force. Making one looks through those that ship: one that reveals stops the start. */
public final class MustacheRendering implements Rendering, TextsInForce {

    private final TemplatesInForce templates;
    private final LetterWriter writer;
    private final Links links;
    private final ReturnPaths returnPaths;

    /** @throws IllegalStateException naming the template and what is wrong with it */
    MustacheRendering(TemplatesInForce templates, LetterWriter writer, Discretion discretion, ClientLinks links,
            ReturnPaths returnPaths) {
        this.templates = templates;
        this.writer = writer;
        this.links = new SealedLinks(links);
        this.returnPaths = returnPaths;
        checkDiscretion(discretion, links);
    }

    @Override
    public RenderedMail render(ReminderToRender reminder) {
        ParsedTemplate template = templates.find(reminder.template())
                .orElseThrow(() -> new TemplateFault("template-unknown"));
        StopAddresses stop = links.stop(reminder);
        Letter letter = writer.write(
                template.in(reminder.language(), reminder.wording()), reminder, stop.page(), links);
        return new RenderedMail(reminder.deliveryId(), reminder.recipient(),
                returnPaths.tokenFor(reminder.deliveryId(), reminder.now()), reminder.language().tag(),
                letter.subject(), letter.text(), letter.html(), stop.oneClick(), reminder.now(), null,
                template.version());
    }

    private void checkDiscretion(Discretion discretion, ClientLinks links) {
        discretion.requireAlways("HANDRAIL_LINKS_URL", links.base());
        // what was published here must not keep the service from starting, for it takes stops, too: each message of it
        // is looked at
        tell(ParsedTemplate::isShipped, discretion::require);
    }

    /** With sample values; of the detailed wording what shows before it is opened, for its body may say more. */
    @Override
    public void tell(BiConsumer<String, String> text) {
        tell(template -> true, text);
    }

    private void tell(Predicate<ParsedTemplate> which, BiConsumer<String, String> text) {
        templates.all().forEach((key, template) -> {
            if (!which.test(template)) {
                return;
            }
            for (Language language : Language.values()) {
                // the detailed ones have the same subjects and preheaders
                Letterhead letterhead = writer.letterhead(language, Wording.DISCREET);
                MailTemplate source = template.in(language, Wording.DISCREET);
                tell(language, key, letterhead.write(source, SampleValues.named()), text);
                tell(language, key, letterhead.write(source, SampleValues.unnamed()), text);
            }
        });
    }

    private static void tell(Language language, String key, Letter letter, BiConsumer<String, String> text) {
        String place = "template " + key + ", " + language.tag();
        text.accept(place + " (subject)", letter.subject());
        text.accept(place + " (preheader)", letter.preheader());
        text.accept(place + " (text)", letter.text());
        text.accept(place + " (html)", letter.html());
    }
}
