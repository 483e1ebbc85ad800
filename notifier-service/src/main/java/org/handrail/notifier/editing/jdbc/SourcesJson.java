package org.handrail.notifier.editing.jdbc;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.handrail.contract.Language;
import org.handrail.notifier.editing.Sources;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** A template's sources as they lie in a column, languages by tag. */
final class SourcesJson {

    private static final TypeReference<Map<String, Texts>> FORM = new TypeReference<>() {
    };

    private SourcesJson() {
    }

    record Texts(String discreet, @Nullable String detailed) {
    }

    static String write(Sources sources) {
        Map<String, Texts> byTag = new LinkedHashMap<>();
        sources.byLanguage().forEach((language, texts) ->
                byTag.put(language.tag(), new Texts(texts.discreet(), texts.detailed())));
        return JsonMapper.shared().writeValueAsString(byTag);
    }

    /** A language that this release does not know is left alone. */
    static Sources read(String json) {
        Map<String, Texts> byTag = JsonMapper.shared().readValue(json, FORM);
        Map<Language, Sources.Texts> byLanguage = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            Texts texts = byTag.get(language.tag());
            if (texts != null) {
                byLanguage.put(language, new Sources.Texts(texts.discreet(), texts.detailed()));
            }
        }
        return new Sources(byLanguage);
    }
}
