package org.handrail.notifier.link.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.handrail.contract.HowGiven;
import org.handrail.contract.Language;
import org.handrail.contract.Purpose;
import org.handrail.contract.intake.StopRequested;
import org.handrail.notifier.choice.Chosen;
import org.handrail.notifier.choice.ClientChoices;
import org.handrail.notifier.choice.ClientChoices.Current;
import org.handrail.notifier.choice.ContactWish;
import org.handrail.notifier.choice.ContactWishes;
import org.handrail.notifier.consent.Stops;
import org.handrail.notifier.link.ClientLink;
import org.handrail.notifier.newaddress.AddressWishes;
import org.handrail.notifier.newaddress.MailAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Where a client says how mail should be: stop some of it, discreet or detailed, calendar files, another address. What was stopped is
 * never given again here: that is a consent, which is taken where its wording and warning are (ADR 0018).
 */
@Controller
class PreferencesPage {

    /** The text beside the choices, and its version; kept with each act. */
    static final String WORDING = "preferences-page/2";

    private final OpenedLinks links;
    private final ClientChoices choices;
    private final ContactWishes wishes;
    private final AddressWishes addresses;
    private final AddressesAsked asked;
    private final Stops stops;
    private final LinkPages pages;
    private final Clock clock;

    PreferencesPage(OpenedLinks links, ClientChoices choices, ContactWishes wishes, AddressWishes addresses,
            AddressesAsked asked, Stops stops, LinkPages pages, Clock clock) {
        this.links = links;
        this.choices = choices;
        this.wishes = wishes;
        this.addresses = addresses;
        this.asked = asked;
        this.stops = stops;
        this.pages = pages;
        this.clock = clock;
    }

    /** @param on whether the client gets email for it now */
    record Line(String code, String name, boolean on) {
    }

    /** What somebody asked for; nothing counts that was not chosen. */
    private record Wish(Set<Purpose> stop, @Nullable Boolean detailed, @Nullable Boolean calendar,
            @Nullable Language language, @Nullable String zone, @Nullable MailAddress address) {

        boolean isEmpty() {
            return stop.isEmpty() && !isChoice() && !isContact() && address == null;
        }

        boolean isChoice() {
            return detailed != null || calendar != null;
        }

        boolean isContact() {
            return language != null || zone != null;
        }
    }

    @GetMapping("/p/{token}")
    ModelAndView show(@PathVariable String token, HttpServletRequest request) {
        ClientLink.Preferences link = links.open(token, ClientLink.Preferences.class, request);
        return page("preferences", token, link, "");
    }

    /** @param save {@code yes}: what is chosen counts; {@code no} or {@code look}: nothing does */
    @PostMapping("/p/{token}")
    ModelAndView save(@PathVariable String token, @RequestParam(required = false) @Nullable List<String> stop,
            @RequestParam(required = false) @Nullable String detailed,
            @RequestParam(required = false) @Nullable String calendar,
            @RequestParam(required = false) @Nullable String language,
            @RequestParam(required = false) @Nullable String zone,
            @RequestParam(required = false) @Nullable String email,
            @RequestParam(required = false) @Nullable String save, HttpServletRequest request) {
        ClientLink.Preferences link = links.open(token, ClientLink.Preferences.class, request);
        if ("no".equals(save) || "look".equals(save)) {
            return pages.page("answered", link.language(), Map.of("outcome", "kept"));
        }
        Wish wish = new Wish(purposes(stop), yesOrNo(detailed), yesOrNo(calendar), language(language),
                zone != null && ZoneNames.isKnown(zone) ? zone : null,
                email == null ? null : MailAddress.read(email).orElse(null));
        if (!"yes".equals(save)) {
            return again(token, link, "unanswered");
        }
        if (email != null && !email.isBlank() && wish.address() == null) {
            return again(token, link, "address");
        }
        if (wish.isEmpty()) {
            return again(token, link, "unanswered");
        }
        if (PersonsHand.isMissing(request)) {
            return again(token, link, "hand");
        }
        current(link);
        return saved(token, link, wish, request.getRemoteAddr());
    }

    private ModelAndView saved(String token, ClientLink.Preferences link, Wish wish, String source) {
        Instant now = clock.instant();
        Instant since = wish.stop().isEmpty() ? null : stops.stop(new StopRequested(link.clientId(), UUID.randomUUID(),
                wish.stop(), HowGiven.LINK_PAGE, "preferences-page", now));
        if (wish.isChoice()) {
            choices.choose(new Chosen(link.clientId(), wish.detailed(), wish.calendar(), HowGiven.LINK_PAGE, WORDING,
                    link.language(), now));
        }
        if (wish.isContact()) {
            wishes.bring(new ContactWish(link.clientId(), wish.language(), wish.zone(), now));
        }
        // after the stop, so that whoever stops all is not written to any more; too many are answered alike
        if (wish.address() != null && !asked.tooMany(source)) {
            addresses.ask(link.clientId(), link.addressVersion(), wish.address(), link.language());
        }
        ModelAndView page = page("preferences-saved", token, link, "");
        // intake-service tells in a moment what it was told just now
        if (wish.language() != null) {
            page.addObject("mailLanguage", wish.language().tag());
        }
        if (wish.zone() != null) {
            page.addObject("zone", ZoneNames.name(wish.zone(), link.language()));
        }
        page.addObject("asked", wish.address() != null);
        page.addObject("since", since == null ? ""
                : pages.words().moment(since, pages.site().zone(), link.language()));
        return page;
    }

    private ModelAndView again(String token, ClientLink.Preferences link, String fault) {
        ModelAndView page = page("preferences", token, link, fault);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private ModelAndView page(String view, String token, ClientLink.Preferences link, String fault) {
        Current now = current(link);
        Map<String, Object> model = new HashMap<>();
        model.put("action", "/p/" + token);
        model.put("fault", fault);
        model.put("lines", lines(now.inForce(), link.language()));
        model.put("detailed", now.choices().detailed());
        model.put("calendar", now.choices().calendarFiles());
        model.put("mailLanguage", now.language().tag());
        model.put("zone", now.zone() == null ? "" : ZoneNames.name(now.zone(), link.language()));
        model.put("mayMove", addresses.mayAsk(link.clientId(), link.addressVersion()));
        model.put("zones", ZoneNames.common(link.language()));
        model.put("places", ZoneNames.places());
        return pages.page(view, link.language(), model);
    }

    /** Whoever was erased has no preferences any more. */
    private Current current(ClientLink.Preferences link) {
        return choices.of(link.clientId()).orElseThrow(() -> new UnusableLink(404, link.language()));
    }

    private List<Line> lines(Set<Purpose> inForce, Language language) {
        return Arrays.stream(Purpose.values())
                .map(purpose -> new Line(purpose.name(), pages.words().purpose(purpose, language),
                        inForce.contains(purpose)))
                .toList();
    }

    private static Set<Purpose> purposes(@Nullable List<String> names) {
        List<String> given = names == null ? List.of() : names;
        return Arrays.stream(Purpose.values()).filter(purpose -> given.contains(purpose.name()))
                .collect(Collectors.toSet());
    }

    private static @Nullable Language language(@Nullable String tag) {
        return Arrays.stream(Language.values()).filter(one -> one.tag().equals(tag)).findFirst().orElse(null);
    }

    private static @Nullable Boolean yesOrNo(@Nullable String answer) {
        return "yes".equals(answer) ? Boolean.TRUE : "no".equals(answer) ? Boolean.FALSE : null;
    }
}
