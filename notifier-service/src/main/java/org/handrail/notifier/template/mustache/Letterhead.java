package org.handrail.notifier.template.mustache;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.handrail.contract.Language;
import org.handrail.notifier.template.Wording;

/** What all messages of one language and wording share: the layout and the foot. Immutable. */
final class Letterhead {

    private final Layout layout;
    private final List<Block> foot;
    private final Set<Placeholder> requiredByFoot;

    Letterhead(Language language, Wording wording) {
        this(language, wording == Wording.DETAILED ? "foot.detailed.mail" : "foot.mail");
    }

    Letterhead(Language language, String foot) {
        String file = "mail/" + language.tag() + "/" + foot;
        this.layout = new Layout(TemplateFiles.read("mail/layout.html"), language.tag());
        this.foot = MailTemplate.blocks(Place.strict(file), TemplateFiles.read(file));
        this.requiredByFoot = MailTemplate.required(this.foot);
    }

    /** The first one that has no value. */
    Optional<Placeholder> missingFor(MailTemplate template, Map<String, String> values) {
        for (Placeholder placeholder : template.required()) {
            if (values.getOrDefault(placeholder.key(), "").isBlank()) {
                return Optional.of(placeholder);
            }
        }
        for (Placeholder placeholder : requiredByFoot) {
            if (values.getOrDefault(placeholder.key(), "").isBlank()) {
                return Optional.of(placeholder);
            }
        }
        return Optional.empty();
    }

    Letter write(MailTemplate template, Map<String, String> values) {
        String subject = template.subject().render(values);
        String preheader = template.preheader().render(values);
        Layout.Body body = layout.lay(subject, preheader, template.blocks(), foot, values);
        return new Letter(subject, preheader, body.text(), body.html());
    }
}
