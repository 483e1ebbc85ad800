package org.handrail.intake.inquiry.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.LocaleResolver;

/** The language of a page: the link's ({@code ?lang=es}), or the one that the browser would rather have. */
public final class PageLanguage implements LocaleResolver {

    private static final Locale SPANISH = Locale.forLanguageTag("es");
    private static final Pattern LANG = Pattern.compile("(?:^|&)lang=(en|es)(?:&|$)");

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        // from the query alone: asking for a parameter would read the body, which webhooks need untouched
        String query = request.getQueryString();
        Matcher chosen = LANG.matcher(query == null ? "" : query);
        if (chosen.find()) {
            return chosen.group(1).equals("es") ? SPANISH : Locale.ENGLISH;
        }
        if (request.getHeader("Accept-Language") == null) {
            return Locale.ENGLISH;
        }
        List<Locale> preferred = Collections.list(request.getLocales());
        return preferred.stream().map(Locale::getLanguage).filter(tag -> tag.equals("es") || tag.equals("en"))
                .findFirst().map(tag -> tag.equals("es") ? SPANISH : Locale.ENGLISH).orElse(Locale.ENGLISH);
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response,
            @Nullable Locale locale) {
        throw new UnsupportedOperationException("the language is chosen by the address");
    }
}
