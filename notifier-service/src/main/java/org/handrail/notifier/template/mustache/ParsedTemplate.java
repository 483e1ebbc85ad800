package org.handrail.notifier.template.mustache;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.handrail.contract.Language;
import org.handrail.notifier.editing.Kind;
import org.handrail.notifier.editing.Sources;
import org.handrail.notifier.editing.TemplateVersion;
import org.handrail.notifier.template.Wording;

/** One version of a template, ready to be written. Immutable. */
final class ParsedTemplate {

    static final String CANCELLATION = "appointment-cancelled";

    private final String key;
    private final int version;
    private final boolean shipped;
    private final Map<Language, Map<Wording, MailTemplate>> texts;

    private ParsedTemplate(
            String key, int version, boolean shipped, Map<Language, Map<Wording, MailTemplate>> texts) {
        this.key = key;
        this.version = version;
        this.shipped = shipped;
        this.texts = texts;
    }

    /** Whoever is told of a fault in a place. */
    interface Faults {

        void tell(Language language, Wording wording, String place, String message);
    }

    /** What an editor wrote. @param faults may throw; otherwise what is at fault is left out */
    static ParsedTemplate edited(String key, Sources sources, Faults faults) {
        return new ParsedTemplate(key, 0, false, parse(sources, faults));
    }

    /** Of a version that was published: a fault means that this release can't write it. */
    static ParsedTemplate of(TemplateVersion version) {
        return new ParsedTemplate(version.key(), version.version(), version.shipped(),
                parse(version.sources(), (language, wording, place, message) -> {
                    throw new UnusableTemplate(place(version.key(), language, wording) + " " + place, message);
                }));
    }

    private static Map<Language, Map<Wording, MailTemplate>> parse(Sources sources, Faults faults) {
        Map<Language, Map<Wording, MailTemplate>> texts = new EnumMap<>(Language.class);
        sources.byLanguage().forEach((language, source) -> {
            MailTemplate discreet = MailTemplate.parse(new Place("", (place, message) ->
                    faults.tell(language, Wording.DISCREET, place, message)), source.discreet());
            Map<Wording, MailTemplate> wordings = new EnumMap<>(Wording.class);
            wordings.put(Wording.DISCREET, discreet);
            wordings.put(Wording.DETAILED, source.detailed() == null ? discreet
                    : discreet.with(MailTemplate.blocks(new Place("", (place, message) ->
                            faults.tell(language, Wording.DETAILED, place, message)), source.detailed())));
            texts.put(language, wordings);
        });
        return texts;
    }

    /** As operators read it. */
    static String place(String key, Language language, Wording wording) {
        return "template " + key + ", " + language.tag() + (wording == Wording.DETAILED ? ", detailed:" : ":");
    }

    int version() {
        return version;
    }

    /** It, or what it brings back, came with Handrail. */
    boolean isShipped() {
        return shipped;
    }

    boolean has(Language language) {
        return texts.containsKey(language);
    }

    MailTemplate in(Language language, Wording wording) {
        return Objects.requireNonNull(texts.get(language), "a published template has every language").get(wording);
    }

    /** What its mails are for follows from what they name. */
    Kind kind() {
        if (key.equals(CANCELLATION)) {
            return Kind.CANCELLATION;
        }
        Set<Placeholder> named = EnumSet.noneOf(Placeholder.class);
        texts.values().forEach(wordings -> wordings.values().forEach(text -> named.addAll(text.required())));
        if (named.contains(Placeholder.CONFIRM_URL)) {
            return Kind.RECEIPT;
        }
        boolean ofATime = named.contains(Placeholder.DATE) || named.contains(Placeholder.TIME)
                || named.contains(Placeholder.ANSWER_URL);
        return ofATime ? Kind.APPOINTMENT : Kind.FOLLOW_UP;
    }
}
