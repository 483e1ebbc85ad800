package org.handrail.notifier.link.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.handrail.contract.Language;
import org.handrail.notifier.link.ClientLink;
import org.handrail.notifier.link.LinkTokens;

/** Opens the token of a request, or says which page to show instead. */
final class OpenedLinks {

    private final LinkTokens tokens;
    private final GuessLimit limit;
    private final Clock clock;

    OpenedLinks(LinkTokens tokens, GuessLimit limit, Clock clock) {
        this.tokens = tokens;
        this.limit = limit;
        this.clock = clock;
    }

    /** @throws UnusableLink when there is nothing behind the token, or no longer */
    <L extends ClientLink> L open(String token, Class<L> kind, HttpServletRequest request) {
        if (token.equals(LinkTokens.TEST)) {
            throw UnusableLink.test(languageOf(request));
        }
        Optional<ClientLink> link = tokens.open(token);
        if (link.isEmpty() || !kind.isInstance(link.get())) {
            boolean tooMany = limit.wrong(request.getRemoteAddr());
            throw new UnusableLink(tooMany ? 429 : 404, languageOf(request));
        }
        if (!clock.instant().isBefore(link.get().expiresAt())) {
            throw new UnusableLink(410, link.get().language());
        }
        return kind.cast(link.get());
    }

    private static Language languageOf(HttpServletRequest request) {
        return request.getLocale().getLanguage().equals(Locale.forLanguageTag("es").getLanguage())
                ? Language.ES : Language.EN;
    }
}
