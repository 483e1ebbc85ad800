package org.handrail.notifier.template.mustache;

import java.util.ArrayList;
import java.util.List;
import org.handrail.notifier.link.ClientLinks;
import org.handrail.notifier.link.ReturnPaths;
import org.handrail.notifier.template.Discretion;
import org.handrail.notifier.template.Rendering;
import org.handrail.notifier.template.RevealingWords;
import org.handrail.platform.site.Site;
import org.handrail.platform.site.Sites;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes messages from the shipped templates; whatever would reveal treatment stops the start here. */
@Configuration(proxyBeanMethods = false)
public class TemplateConfiguration {

    @Bean
    Discretion discretion(@Value("${handrail.mail.words:}") List<String> ownWords) {
        List<String> entries = new ArrayList<>(TemplateFiles.read("revealing-words.txt").lines().toList());
        entries.addAll(ownWords);
        return new Discretion(new RevealingWords(entries));
    }

    @Bean
    Rendering rendering(Discretion discretion, ClientLinks links, ReturnPaths returnPaths, Sites sites) {
        for (Site site : sites.all()) {
            discretion.require("The name of site \"" + site.id() + "\"", site.name());
            discretion.require("The phone of site \"" + site.id() + "\"", site.phone());
        }
        return new MustacheRendering(discretion, links, returnPaths);
    }
}
