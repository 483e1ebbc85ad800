package org.handrail.notifier.link.web;

import java.util.Map;
import org.handrail.contract.Language;
import org.handrail.platform.site.Site;
import org.handrail.platform.site.Sites;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** Puts a page together: its words, the neutral name and the number to call. */
@ControllerAdvice(basePackageClasses = LinkPages.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class LinkPages {

    private final Words words = new Words();
    private final Sites sites;

    LinkPages(Sites sites) {
        this.sites = sites;
    }

    ModelAndView page(String view, Language language, Map<String, ?> model) {
        PageLanguage.choose(language);
        ModelAndView page = new ModelAndView("link/" + view, model);
        Site site = sites.defaultSite();
        page.addObject("w", words.in(language));
        page.addObject("language", language.tag());
        page.addObject("site", site.name());
        page.addObject("phone", site.phone());
        page.addObject("dial", "tel:" + site.phone().replaceAll("[^+0-9]", ""));
        return page;
    }

    Words words() {
        return words;
    }

    Site site() {
        return sites.defaultSite();
    }

    Site site(String id) {
        return sites.orDefault(id);
    }

    @ExceptionHandler
    ModelAndView unusable(UnusableLink link) {
        ModelAndView page = page("gone", link.language(), Map.of("reason", reason(link.status())));
        page.setStatus(HttpStatus.valueOf(link.status()));
        return page;
    }

    private static String reason(int status) {
        return switch (status) {
            case 200 -> "test";
            case 410 -> "expired";
            case 429 -> "many";
            default -> "unknown";
        };
    }
}
