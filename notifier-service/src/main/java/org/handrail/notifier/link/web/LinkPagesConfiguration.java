package org.handrail.notifier.link.web;

import java.time.Clock;
import org.handrail.notifier.link.LinkTokens;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.servlet.LocaleResolver;

/** The pages behind links. */
@Configuration(proxyBeanMethods = false)
@Import({LinkPages.class, StopPage.class, ConfirmPage.class, AnswerPage.class, PreferencesPage.class,
    NewAddressPage.class})
public class LinkPagesConfiguration {

    @Bean
    LocaleResolver localeResolver() {
        return new PageLanguage();
    }

    @Bean
    GuessLimit guessLimit() {
        return new GuessLimit(System::nanoTime);
    }

    @Bean
    WrongDays wrongDays() {
        return new WrongDays(System::nanoTime);
    }

    @Bean
    AddressesAsked addressesAsked() {
        return new AddressesAsked(System::nanoTime);
    }

    @Bean
    OpenedLinks openedLinks(LinkTokens tokens, GuessLimit limit, Clock clock) {
        return new OpenedLinks(tokens, limit, clock);
    }
}
