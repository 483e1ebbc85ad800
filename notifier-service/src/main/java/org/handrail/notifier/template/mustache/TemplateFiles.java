package org.handrail.notifier.template.mustache;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.handrail.contract.Language;
import org.handrail.notifier.editing.Sources;

/** The templates that come with Handrail, as class-path resources. */
final class TemplateFiles {

    static final List<String> KEYS = List.of(
            "inquiry-receipt", "inquiry-check-in", "inquiry-still-here", "inquiry-closing",
            "appointment-confirmation", "appointment-reminder", "appointment-soon", "appointment-new-times",
            "appointment-rebook", "appointment-cancelled", "follow-up-check-in");

    /** Those with a body of their own in the detailed wording; the others differ in the foot alone. */
    static final Set<String> DETAILED =
            Set.of("appointment-confirmation", "appointment-reminder", "appointment-soon");

    private static final String FOLDER = "/templates/notifier/";

    private TemplateFiles() {
    }

    /** As the first version of each key. */
    static Map<String, Sources> sources() {
        Map<String, Sources> sources = new TreeMap<>();
        for (String key : KEYS) {
            Map<Language, Sources.Texts> texts = new EnumMap<>(Language.class);
            for (Language language : Language.values()) {
                String name = "mail/" + language.tag() + "/" + key;
                texts.put(language, new Sources.Texts(read(name + ".mail"),
                        DETAILED.contains(key) ? read(name + ".detailed.mail") : null));
            }
            sources.put(key, new Sources(texts));
        }
        return sources;
    }

    static String read(String name) {
        try (InputStream in = TemplateFiles.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new UnusableTemplate(FOLDER + name, "is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
