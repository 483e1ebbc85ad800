package org.handrail.notifier.template.mustache;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.handrail.contract.Language;
import org.handrail.notifier.template.Wording;

/** All messages of one language and wording with the layout they share. Immutable. */
final class Letterhead {

    private final Map<String, MailTemplate> templates = new HashMap<>();
    private final Layout layout;
    private final List<Block> foot;
    private final Set<Placeholder> requiredByFoot;

    Letterhead(Language language, Wording wording) {
        String folder = "mail/" + language.tag() + "/";
        this.layout = new Layout(TemplateFiles.read("mail/layout.html"), language.tag());
        boolean detailed = wording == Wording.DETAILED;
        this.foot = blocks(folder + (detailed ? "foot.detailed.mail" : "foot.mail"));
        this.requiredByFoot = MailTemplate.required(foot);
        for (String key : TemplateFiles.KEYS) {
            String file = folder + key + ".mail";
            MailTemplate template = MailTemplate.parse(file, TemplateFiles.read(file));
            templates.put(key, detailed && TemplateFiles.DETAILED.contains(key)
                    ? template.with(blocks(folder + key + ".detailed.mail"))
                    : template);
        }
    }

    private static List<Block> blocks(String file) {
        return MailTemplate.blocks(file, TemplateFiles.read(file));
    }

    Optional<MailTemplate> find(String key) {
        return Optional.ofNullable(templates.get(key));
    }

    boolean hasAllFor(MailTemplate template, Map<String, String> values) {
        return hasAll(template.required(), values) && hasAll(requiredByFoot, values);
    }

    private static boolean hasAll(Set<Placeholder> required, Map<String, String> values) {
        for (Placeholder placeholder : required) {
            if (values.getOrDefault(placeholder.key(), "").isBlank()) {
                return false;
            }
        }
        return true;
    }

    Letter write(MailTemplate template, Map<String, String> values) {
        String subject = template.subject().render(values);
        String preheader = template.preheader().render(values);
        Layout.Body body = layout.lay(subject, preheader, template.blocks(), foot, values);
        return new Letter(subject, preheader, body.text(), body.html());
    }

    /** What the reader sees. */
    record Letter(String subject, String preheader, String text, String html) {
    }
}
