package org.handrail.notifier.editing;

import java.util.Map;
import org.handrail.contract.Language;
import org.handrail.notifier.editing.Sources.Texts;
import org.handrail.notifier.template.mustache.Renderings;

/** What an editor might have written. */
public final class Edited {

    private Edited() {
    }

    public static Sources shipped(String key) {
        return Renderings.shippedSources().get(key);
    }

    /** A mail to people without an appointment. */
    public static Sources saying(String words) {
        return of("subject: " + words + "\npreheader: A short note\n\n" + words + ". Call {{sitePhone}}.");
    }

    /** The same text in each language. */
    public static Sources of(String text) {
        return new Sources(Map.of(Language.EN, new Texts(text, null), Language.ES, new Texts(text, null)));
    }
}
