package org.handrail.notifier.link.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import org.handrail.notifier.link.ClientLink;
import org.handrail.notifier.newaddress.AddressWishes;
import org.handrail.notifier.newaddress.AddressWishes.Confirmed;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Where the owner of another address says that it is theirs. It shows nothing of the client, whose page it is not: the
 * address may have been mistyped. What changes something stands between two answers that do not (ADR 0022).
 */
@Controller
class NewAddressPage {

    private final OpenedLinks links;
    private final AddressWishes wishes;
    private final LinkPages pages;

    NewAddressPage(OpenedLinks links, AddressWishes wishes, LinkPages pages) {
        this.links = links;
        this.wishes = wishes;
        this.pages = pages;
    }

    @GetMapping("/n/{token}")
    ModelAndView show(@PathVariable String token, HttpServletRequest request) {
        ClientLink.NewAddress link = links.open(token, ClientLink.NewAddress.class, request);
        return wishes.isOpen(link.clientId(), link.wishId()) ? question(token, link, "") : said(link, "overtaken");
    }

    /** @param mine {@code yes}, {@code no}, {@code look} or {@code unsure}; without an answer the question is asked again */
    @PostMapping(path = "/n/{token}", params = "!List-Unsubscribe")
    ModelAndView answer(@PathVariable String token, @RequestParam(required = false) @Nullable String mine,
            HttpServletRequest request) {
        ClientLink.NewAddress link = links.open(token, ClientLink.NewAddress.class, request);
        if ("look".equals(mine) || "unsure".equals(mine)) {
            return said(link, "kept");
        }
        if ("no".equals(mine)) {
            wishes.decline(link.clientId(), link.wishId());
            return said(link, "refused");
        }
        if (!"yes".equals(mine) || PersonsHand.isMissing(request)) {
            ModelAndView again = question(token, link, "yes".equals(mine) ? "hand" : "unanswered");
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
        Confirmed confirmed = wishes.confirm(link.clientId(), link.wishId());
        return said(link, confirmed == Confirmed.OUTDATED ? "overtaken" : confirmed.name().toLowerCase(Locale.ROOT));
    }

    /** A mail program's own button (RFC 8058): this address wants none of it, which is all that it can say here. */
    @PostMapping(path = "/n/{token}", params = "List-Unsubscribe=One-Click")
    ResponseEntity<String> oneClick(@PathVariable String token, HttpServletRequest request) {
        ClientLink.NewAddress link = links.open(token, ClientLink.NewAddress.class, request);
        if (request.getQueryString() != null) {
            return ResponseEntity.badRequest().contentType(MediaType.TEXT_PLAIN)
                    .body("The body must be List-Unsubscribe=One-Click (RFC 8058).\n");
        }
        wishes.decline(link.clientId(), link.wishId());
        return ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).body("Stopped.\n");
    }

    private ModelAndView said(ClientLink.NewAddress link, String outcome) {
        return pages.page("answered", link.language(), Map.of("outcome", outcome));
    }

    private ModelAndView question(String token, ClientLink.NewAddress link, String fault) {
        return pages.page("new-address", link.language(), Map.of("action", "/n/" + token, "fault", fault));
    }
}
