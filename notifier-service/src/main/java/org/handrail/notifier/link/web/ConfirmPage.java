package org.handrail.notifier.link.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Map;
import org.handrail.contract.HowGiven;
import org.handrail.notifier.consent.AddressConfirmations;
import org.handrail.notifier.link.ClientLink;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Where the owner of an address says that it is theirs. The question has two answers and none is chosen beforehand,
 * so a program that presses the button has said nothing (ADR 0008).
 */
@Controller
class ConfirmPage {

    private final OpenedLinks links;
    private final AddressConfirmations confirmations;
    private final LinkPages pages;
    private final Clock clock;

    ConfirmPage(OpenedLinks links, AddressConfirmations confirmations, LinkPages pages, Clock clock) {
        this.links = links;
        this.confirmations = confirmations;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/c/{token}")
    ModelAndView show(@PathVariable String token, HttpServletRequest request) {
        ClientLink.ConfirmAddress link = links.open(token, ClientLink.ConfirmAddress.class, request);
        return question(token, link, false);
    }

    /** @param mine {@code yes} or {@code no}; without an answer the question is asked again */
    @PostMapping("/c/{token}")
    ModelAndView answer(@PathVariable String token, @RequestParam(required = false) @Nullable String mine,
            HttpServletRequest request) {
        ClientLink.ConfirmAddress link = links.open(token, ClientLink.ConfirmAddress.class, request);
        if ("no".equals(mine)) {
            return pages.page("answered", link.language(), Map.of("outcome", "declined"));
        }
        if (!"yes".equals(mine) || PersonsHand.isMissing(request)) {
            ModelAndView again = question(token, link, true);
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
        boolean confirmed = confirmations.confirm(
                link.clientId(), link.addressVersion(), HowGiven.LINK_PAGE, clock.instant());
        return pages.page("answered", link.language(), Map.of("outcome", confirmed ? "confirmed" : "outdated"));
    }

    private ModelAndView question(String token, ClientLink.ConfirmAddress link, boolean unanswered) {
        return pages.page("confirm", link.language(), Map.of("action", "/c/" + token, "unanswered", unanswered));
    }
}
