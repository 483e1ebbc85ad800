package org.handrail.notifier.link.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.handrail.contract.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.servlet.LocaleResolver;

/** The language of a page is that of its link, and known once the link was opened; the answer's headers say it. */
final class PageLanguage implements LocaleResolver {

    private static final String NAME = PageLanguage.class.getName();

    static void choose(Language language) {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request != null) {
            request.setAttribute(NAME, Locale.forLanguageTag(language.tag()), RequestAttributes.SCOPE_REQUEST);
        }
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return request.getAttribute(NAME) instanceof Locale chosen ? chosen : Locale.ENGLISH;
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response,
            @Nullable Locale locale) {
        throw new UnsupportedOperationException("the language is chosen by the link");
    }
}
