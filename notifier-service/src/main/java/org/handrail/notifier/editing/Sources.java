package org.handrail.notifier.editing;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.handrail.contract.Language;
import org.jspecify.annotations.Nullable;

/** What a template is written in, in each language. A draft may still lack one. Immutable. */
public record Sources(Map<Language, Texts> byLanguage) {

    /**
     * @param discreet subject, preheader and body
     * @param detailed a body to stand below the same subject and preheader; null: the discreet one
     */
    public record Texts(String discreet, @Nullable String detailed) {

        /** Lines end alike, wherever they were typed, so that the same text is the same template. */
        public Texts {
            discreet = lines(discreet);
            detailed = detailed == null || detailed.isBlank() ? null : lines(detailed);
        }

        private static String lines(String text) {
            return text.replace("\r\n", "\n").replace('\r', '\n').strip() + "\n";
        }
    }

    public Sources {
        EnumMap<Language, Texts> ordered = new EnumMap<>(Language.class);
        ordered.putAll(byLanguage);
        byLanguage = Collections.unmodifiableMap(ordered);
    }

    public Optional<Texts> in(Language language) {
        return Optional.ofNullable(byLanguage.get(language));
    }
}
