package org.handrail.notifier.template.mustache;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.handrail.contract.Language;
import org.handrail.notifier.editing.Kind;
import org.handrail.notifier.editing.Proofreading;
import org.handrail.notifier.editing.SamplePerson;
import org.handrail.notifier.editing.Sources;
import org.handrail.notifier.editing.Versions;
import org.handrail.notifier.link.ClientLinks;
import org.handrail.notifier.link.FixedLinkKeys;
import org.handrail.notifier.link.ReturnPaths;
import org.handrail.notifier.template.Discretion;
import org.handrail.notifier.template.ReminderToRender;
import org.handrail.notifier.template.Rendering;
import org.handrail.notifier.template.Wording;
import org.handrail.platform.site.Sites;

/** Lets tests of other packages render as the service does. */
public final class Renderings {

    public static final List<String> KEYS = TemplateFiles.KEYS;
    private static final Discretion DISCRETION = discretion();
    private static final LetterWriter WRITER = new LetterWriter(DISCRETION);

    private Renderings() {
    }

    public static Rendering shipped(ClientLinks links, ReturnPaths returnPaths) {
        return of(new ShippedTemplates(), System::nanoTime, links, returnPaths);
    }

    /** What is in force there. */
    public static Rendering of(Versions versions, LongSupplier nanos, ClientLinks links, ReturnPaths returnPaths) {
        return new MustacheRendering(new TemplatesInForce(versions, nanos), WRITER, DISCRETION, links, returnPaths);
    }

    /** Those of a change of address as well. */
    public static Rendering every(ClientLinks links, ReturnPaths returnPaths) {
        return new EveryLetter(shipped(links, returnPaths), new AddressLetters(DISCRETION, links, returnPaths));
    }

    /** As the service reads what editors write. */
    public static Proofreading proofreading(Sites sites, Clock clock) {
        return new MustacheProofreading(WRITER, DISCRETION, new SampleReminders(sites, clock),
                new DeadLinks("https://messages.example.org"), new ReturnPaths(new FixedLinkKeys()));
    }

    /** What a sample person is written about. */
    public static ReminderToRender sample(
            Sites sites, Instant now, SamplePerson person, Language language, Wording wording) {
        return new SampleReminders(sites, Clock.fixed(now, ZoneOffset.UTC))
                .about("sample", Kind.APPOINTMENT, person, language, wording);
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
