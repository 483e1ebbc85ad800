package org.handrail.followup.template.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.handrail.followup.template.MailTemplates.MailTemplate;
import org.handrail.followup.template.MailTemplates.Texts;
import org.jspecify.annotations.Nullable;

/**
 * The page's fields, in which each language has a field a wording.
 *
 * @param revision of the draft that was read; 0: there was none
 * @param basedOn  the version that was in force; 0: none yet
 */
record TemplateForm(int revision, int basedOn, Map<String, String> texts) {

    static final List<String> LANGUAGES = List.of("en", "es");
    static final List<String> WORDINGS = List.of("discreet", "detailed");

    static TemplateForm of(Map<String, String> fields) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String language : LANGUAGES) {
            for (String wording : WORDINGS) {
                String name = wording + "_" + language;
                texts.put(name, fields.getOrDefault(name, "").replace("\r\n", "\n"));
            }
        }
        return new TemplateForm(number(fields.get("revision")), number(fields.get("basedOn")), texts);
    }

    /** The draft, or else what is in force. */
    static TemplateForm of(@Nullable MailTemplate template) {
        Map<String, String> texts = new LinkedHashMap<>();
        Map<String, Texts> sources = template == null ? Map.of()
                : template.draft() == null ? template.sources() : template.draft().sources();
        for (String language : LANGUAGES) {
            Texts of = sources.getOrDefault(language, new Texts(null, null));
            texts.put("discreet_" + language, of.discreet() == null ? "" : of.discreet());
            texts.put("detailed_" + language, of.detailed() == null ? "" : of.detailed());
        }
        return template == null ? new TemplateForm(0, 0, texts)
                : new TemplateForm(template.draft() == null ? 0 : template.draft().revision(),
                        template.draft() == null ? template.version() : template.draft().basedOn(), texts);
    }

    /** What was typed, so that the next save goes over what there is now, which the page shows beside it. */
    TemplateForm over(@Nullable MailTemplate now) {
        TemplateForm current = of(now);
        return new TemplateForm(current.revision, now == null ? 0 : now.version(), texts);
    }

    Map<String, Texts> sources() {
        Map<String, Texts> sources = new LinkedHashMap<>();
        for (String language : LANGUAGES) {
            String discreet = texts.getOrDefault("discreet_" + language, "");
            String detailed = texts.getOrDefault("detailed_" + language, "");
            if (!discreet.isBlank() || !detailed.isBlank()) {
                sources.put(language, new Texts(discreet, detailed.isBlank() ? null : detailed));
            }
        }
        return sources;
    }

    static boolean isKey(String key) {
        return key.length() <= 60 && key.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    }

    private static int number(@Nullable String field) {
        return field != null && field.matches("\\d{1,9}") ? Integer.parseInt(field) : 0;
    }
}
