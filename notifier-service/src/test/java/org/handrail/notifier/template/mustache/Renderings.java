package org.handrail.notifier.template.mustache;

import java.util.List;
import org.handrail.notifier.link.ClientLinks;
import org.handrail.notifier.link.ReturnPaths;
import org.handrail.notifier.template.Discretion;
import org.handrail.notifier.template.Rendering;

/** Lets tests of other packages render as the service does. */
public final class Renderings {

    public static final List<String> KEYS = TemplateFiles.KEYS;

    private Renderings() {
    }

    public static Rendering shipped(ClientLinks links, ReturnPaths returnPaths) {
        return new MustacheRendering(discretion(), links, returnPaths);
    }

    public static Discretion discretion() {
        return new TemplateConfiguration().discretion(new TemplateConfiguration().givenWords(List.of()));
    }

    /** The shipped list, without comments. */
    public static List<String> revealingWords() {
        return TemplateFiles.read("revealing-words.txt").lines().map(String::strip)
                .filter(entry -> !entry.isEmpty() && !entry.startsWith("#")).toList();
    }
}
