package org.handrail.notifier.template.mustache;

import java.time.Clock;
import java.util.List;
import org.handrail.notifier.editing.Proofreading;
import org.handrail.notifier.editing.ShippedSources;
import org.handrail.notifier.editing.Versions;
import org.handrail.notifier.link.ClientLinks;
import org.handrail.notifier.link.ReturnPaths;
import org.handrail.notifier.template.Discretion;
import org.handrail.notifier.template.GivenWords;
import org.handrail.notifier.template.Rendering;
import org.handrail.notifier.template.RevealingWords;
import org.handrail.notifier.template.TextsInForce;
import org.handrail.platform.site.Site;
import org.handrail.platform.site.Sites;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes messages from the templates in force; a shipped one that would reveal treatment stops the start here. */
@Configuration(proxyBeanMethods = false)
public class TemplateConfiguration {

    @Bean
    GivenWords givenWords(@Value("${handrail.mail.words:}") List<String> configured) {
        return new GivenWords(TemplateFiles.read("revealing-words.txt").lines().toList(), configured);
    }

    @Bean
    Discretion discretion(GivenWords words) {
        return new Discretion(new RevealingWords(words.all()));
    }

    @Bean
    ShippedSources shippedSources() {
        return TemplateFiles::sources;
    }

    @Bean
    TemplatesInForce templatesInForce(Versions versions) {
        return new TemplatesInForce(versions, System::nanoTime);
    }

    @Bean
    LetterWriter letterWriter(Discretion discretion) {
        return new LetterWriter(discretion);
    }

    @Bean
    MustacheRendering rendering(TemplatesInForce templates, LetterWriter writer, Discretion discretion,
            ClientLinks links, ReturnPaths returnPaths, Sites sites) {
        siteTexts(sites).tell(discretion::require);
        return new MustacheRendering(templates, writer, discretion, links, returnPaths);
    }

    @Bean
    Rendering everyLetter(
            MustacheRendering rendering, Discretion discretion, ClientLinks links, ReturnPaths returnPaths) {
        return new EveryLetter(rendering, new AddressLetters(discretion, links, returnPaths));
    }

    @Bean
    Proofreading proofreading(
            LetterWriter writer, Discretion discretion, Sites sites, ClientLinks links, ReturnPaths returnPaths,
            Clock clock) {
        return new MustacheProofreading(writer, discretion, new SampleReminders(sites, clock),
                new DeadLinks(links.base()), returnPaths);
    }

    @Bean
    TextsInForce siteTexts(Sites sites) {
        return text -> {
            for (Site site : sites.all()) {
                text.accept("The name of site \"" + site.id() + "\"", site.name());
                text.accept("The phone of site \"" + site.id() + "\"", site.phone());
            }
        };
    }
}
