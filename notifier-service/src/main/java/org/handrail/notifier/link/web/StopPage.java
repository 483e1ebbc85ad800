package org.handrail.notifier.link.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.handrail.contract.HowGiven;
import org.handrail.contract.Purpose;
import org.handrail.contract.intake.StopRequested;
import org.handrail.notifier.consent.Stops;
import org.handrail.notifier.link.ClientLink;
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
 * Where a client says stop. GET and HEAD only show what would stop; a press on the button does it, and so does a mail
 * program's own button (RFC 8058). Each is an act of its own in the ledger: one said again after a new consent must
 * count again, so its id is never derived from the link.
 */
@Controller
class StopPage {

    private static final String ONE_CLICK_FIELD = "List-Unsubscribe";
    private static final String ONE_CLICK_VALUE = "One-Click";

    private final OpenedLinks links;
    private final Stops stops;
    private final LinkPages pages;
    private final Clock clock;

    StopPage(OpenedLinks links, Stops stops, LinkPages pages, Clock clock) {
        this.links = links;
        this.stops = stops;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping({"/s/{token}", "/u/{token}"})
    ModelAndView show(@PathVariable String token, HttpServletRequest request) {
        ClientLink.Stop link = links.open(token, ClientLink.Stop.class, request);
        return question(token, link, "");
    }

    /**
     * @param what  {@code all}, {@code this} (only what the mail was about) or {@code none}; without an answer the
     *              question is asked again, for then a program pressed the button
     * @param again the question was asked again for want of a person's hand: now the answer counts, for a stop must
     *              never be refused to somebody whose browser is unlike others
     */
    @PostMapping("/s/{token}")
    ModelAndView stop(@PathVariable String token, @RequestParam(required = false) @Nullable String what,
            @RequestParam(required = false) @Nullable String again, HttpServletRequest request) {
        ClientLink.Stop link = links.open(token, ClientLink.Stop.class, request);
        if ("none".equals(what)) {
            return pages.page("answered", link.language(), Map.of("outcome", "kept"));
        }
        boolean one = "this".equals(what);
        if (!one && !"all".equals(what)) {
            return askAgain(token, link, "unanswered");
        }
        if (again == null && PersonsHand.isMissing(request)) {
            return askAgain(token, link, "hand");
        }
        Instant since = stops.stop(act(
                link, one ? Set.of(link.purpose()) : EnumSet.allOf(Purpose.class), HowGiven.LINK_PAGE, "link-page"));
        return pages.page("stopped", link.language(), Map.of(
                "all", !one,
                "purpose", pages.words().purpose(link.purpose(), link.language()),
                "since", pages.words().moment(since, pages.site().zone(), link.language())));
    }

    private ModelAndView askAgain(String token, ClientLink.Stop link, String fault) {
        ModelAndView page = question(token, link, fault);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private ModelAndView question(String token, ClientLink.Stop link, String fault) {
        return pages.page("stop", link.language(), Map.of(
                "action", "/s/" + token, "fault", fault,
                "purpose", pages.words().purpose(link.purpose(), link.language())));
    }

    /** Nobody can choose here, so the whole is meant. */
    @PostMapping("/u/{token}")
    ResponseEntity<String> oneClick(@PathVariable String token, HttpServletRequest request) {
        ClientLink.Stop link = links.open(token, ClientLink.Stop.class, request);
        if (!asksInItsBody(request)) {
            return plain(HttpStatus.BAD_REQUEST, "The body must be List-Unsubscribe=One-Click (RFC 8058).\n");
        }
        stops.stop(act(link, EnumSet.allOf(Purpose.class), HowGiven.ONE_CLICK, "one-click"));
        return plain(HttpStatus.OK, "Stopped.\n");
    }

    private StopRequested act(ClientLink.Stop link, Set<Purpose> purposes, HowGiven how, String recordedBy) {
        return new StopRequested(link.clientId(), UUID.randomUUID(), purposes, how, recordedBy, clock.instant());
    }

    /** Parameters of the address count for nothing: they come with any plain visit. */
    private static boolean asksInItsBody(HttpServletRequest request) {
        String[] values = request.getParameterValues(ONE_CLICK_FIELD);
        return request.getQueryString() == null && values != null && values.length == 1
                && values[0].strip().equals(ONE_CLICK_VALUE);
    }

    private static ResponseEntity<String> plain(HttpStatus status, String text) {
        return ResponseEntity.status(status).contentType(MediaType.TEXT_PLAIN).body(text);
    }
}
