package org.handrail.notifier.template.mustache;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.handrail.notifier.editing.Proofreading;
import org.handrail.notifier.editing.Sources;
import org.handrail.notifier.editing.Versions;
import org.handrail.notifier.link.ClientLinks;
import org.handrail.notifier.link.FixedLinkKeys;
import org.handrail.notifier.link.ReturnPaths;
import org.handrail.notifier.template.Discretion;
import org.handrail.notifier.template.Rendering;
import org.handrail.platform.site.Sites;

/** Lets tests of other packages render as the service does. */
public final class Renderings {

    public static final List<String> KEYS = TemplateFiles.KEYS;

    private Renderings() {
    }

    public static Rendering shipped(ClientLinks links, ReturnPaths returnPaths) {
        return of(new ShippedTemplates(), System::nanoTime, links, returnPaths);
    }

    /** What is in force there. */
    public static Rendering of(Versions versions, LongSupplier nanos, ClientLinks links, ReturnPaths returnPaths) {
        Discretion discretion = discretion();
        return new MustacheRendering(new TemplatesInForce(versions, nanos), new LetterWriter(discretion), discretion,
                links, returnPaths);
    }

    /** As the service reads what editors write. */
    public static Proofreading proofreading(Sites sites, Clock clock) {
        Discretion discretion = discretion();
        return new MustacheProofreading(new LetterWriter(discretion), discretion, new SampleReminders(sites, clock),
                new DeadLinks("https://messages.example.org"), new ReturnPaths(new FixedLinkKeys()));
    }

    public static Map<String, Sources> shippedSources() {
        return TemplateFiles.sources();
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
