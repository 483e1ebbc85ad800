package org.handrail.notifier.editing.web;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.handrail.contract.Language;
import org.handrail.notifier.editing.Sources;
import org.handrail.platform.problem.FieldFault;
import org.jspecify.annotations.Nullable;

/** Sources as they go over the wire: by language tag. */
record SourcesView(@Nullable String discreet, @Nullable String detailed) {

    static Map<String, SourcesView> of(Sources sources) {
        Map<String, SourcesView> byTag = new LinkedHashMap<>();
        for (Language language : Language.values()) {
            sources.in(language).ifPresent(texts ->
                    byTag.put(language.tag(), new SourcesView(texts.discreet(), texts.detailed())));
        }
        return byTag;
    }

    static Sources read(@Nullable Map<String, @Nullable SourcesView> body, List<FieldFault> faults) {
        Map<Language, Sources.Texts> byLanguage = new EnumMap<>(Language.class);
        Map<String, @Nullable SourcesView> rest = new LinkedHashMap<>(body == null ? Map.of() : body);
        for (Language language : Language.values()) {
            SourcesView texts = rest.remove(language.tag());
            if (texts != null && texts.discreet() != null) {
                byLanguage.put(language, new Sources.Texts(texts.discreet(), texts.detailed()));
            }
        }
        if (byLanguage.isEmpty() || !rest.isEmpty()) {
            faults.add(new FieldFault("/sources", "must hold a discreet text by language: " + tags()));
        }
        return new Sources(byLanguage);
    }

    private static String tags() {
        List<String> tags = new ArrayList<>();
        for (Language language : Language.values()) {
            tags.add(language.tag());
        }
        return String.join(", ", tags);
    }
}
