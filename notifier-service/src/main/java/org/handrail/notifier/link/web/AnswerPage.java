package org.handrail.notifier.link.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.handrail.contract.Language;
import org.handrail.contract.consents.AppointmentAnswered.Answer;
import org.handrail.notifier.answer.AppointmentAnswers;
import org.handrail.notifier.answer.Asked;
import org.handrail.notifier.answer.GivenAnswer;
import org.handrail.notifier.answer.Standing;
import org.handrail.notifier.link.ClientLink;
import org.handrail.notifier.template.AppointmentTimes;
import org.handrail.platform.site.Site;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Where a client says about an appointment: I will come, I need another time, I can't come, and takes that back. Only a
 * person's answer counts (ADR 0018): both questions answered, of which nothing is chosen beforehand.
 */
@Controller
class AnswerPage {

    private static final Map<String, Answer> ANSWERS = Map.of(
            "come", Answer.CONFIRMED, "move", Answer.MOVE_ASKED, "cancel", Answer.CANCEL_ASKED);

    private final OpenedLinks links;
    private final AppointmentAnswers answers;
    private final LinkPages pages;
    private final WrongDays wrongDays;
    private final Clock clock;

    AnswerPage(OpenedLinks links, AppointmentAnswers answers, LinkPages pages, WrongDays wrongDays, Clock clock) {
        this.links = links;
        this.answers = answers;
        this.pages = pages;
        this.wrongDays = wrongDays;
        this.clock = clock;
    }

    @GetMapping("/a/{token}")
    ModelAndView show(@PathVariable String token, HttpServletRequest request) {
        ClientLink.Answer link = links.open(token, ClientLink.Answer.class, request);
        Standing standing = answers.look(asked(link));
        return standing instanceof Standing.Open open ? question(token, link, open, null)
                : closed(link, (Standing.Closed) standing);
    }

    /**
     * @param what {@code come}, {@code move}, {@code cancel}, {@code undo}, {@code nothing}
     * @param day  of the week, 1 to 7
     */
    @PostMapping("/a/{token}")
    ModelAndView answer(@PathVariable String token, @RequestParam(required = false) @Nullable String what,
            @RequestParam(required = false) @Nullable String day, HttpServletRequest request) {
        ClientLink.Answer link = links.open(token, ClientLink.Answer.class, request);
        Standing standing = answers.look(asked(link));
        if (!(standing instanceof Standing.Open open)) {
            return closed(link, (Standing.Closed) standing);
        }
        if ("nothing".equals(what)) {
            return pages.page("answered", link.language(), Map.of("outcome", "nothing"));
        }
        String fault = fault(token, link, open, what, day, request);
        return fault != null ? question(token, link, open, fault) : take(token, link, String.valueOf(what));
    }

    private @Nullable String fault(String token, ClientLink.Answer link, Standing.Open open, @Nullable String what,
            @Nullable String day, HttpServletRequest request) {
        if (what == null || day == null || !(what.equals("undo") || ANSWERS.containsKey(what))) {
            return "unanswered";
        }
        if (wrongDays.tooMany(link.appointmentId())) {
            throw new UnusableLink(429, link.language());
        }
        if (!new DayQuestion(open.startsAt(), zone(open), token).isRight(day)) {
            wrongDays.wrong(link.appointmentId());
            return "day";
        }
        return PersonsHand.isMissing(request) ? "hand" : null;
    }

    private ModelAndView take(String token, ClientLink.Answer link, String what) {
        Answer answer = ANSWERS.get(what);
        Standing now = answer == null ? answers.undo(asked(link)) : answers.answer(asked(link), answer);
        if (!(now instanceof Standing.Open open)) {
            return closed(link, (Standing.Closed) now);
        }
        Map<String, Object> model = about(token, link.language(), open);
        model.put("outcome", answer != null ? what : open.given() == null ? "undo" : "late");
        return pages.page("appointment-answered", link.language(), model);
    }

    private ModelAndView question(String token, ClientLink.Answer link, Standing.Open open, @Nullable String fault) {
        Map<String, Object> model = about(token, link.language(), open);
        model.put("fault", fault == null ? "" : fault);
        model.put("days", new DayQuestion(open.startsAt(), zone(open), token).days(link.language()));
        ModelAndView page = pages.page("appointment", link.language(), model);
        page.setStatus(fault == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private ModelAndView closed(ClientLink.Answer link, Standing.Closed closed) {
        return pages.page("answered", link.language(), Map.of("outcome", switch (closed.why()) {
            case UNKNOWN -> "gone.unknown";
            case CHANGED -> "changed";
            case CANCELLED -> "cancelled";
            case OVER -> "over";
        }));
    }

    private Map<String, Object> about(String token, Language language, Standing.Open open) {
        ZoneId zone = zone(open);
        Map<String, Object> model = new HashMap<>();
        model.put("action", "/a/" + token);
        model.put("date", AppointmentTimes.date(open.startsAt(), zone, language));
        model.put("time", AppointmentTimes.time(open.startsAt(), zone, null, language));
        model.put("with", pages.site(open.siteId()).name());
        GivenAnswer given = open.given();
        model.put("given", given == null ? "" : switch (given.answer()) {
            case CONFIRMED -> "come";
            case MOVE_ASKED -> "move";
            case CANCEL_ASKED, UNDONE -> "cancel";
        });
        model.put("undo", given != null && given.canBeUndone(clock.instant()));
        model.put("undoUntil", given == null ? "" : pages.words().moment(given.undoUntil(), zone, language));
        return model;
    }

    /** The site's when the stored one is unknown to this JDK. */
    private ZoneId zone(Standing.Open open) {
        Site site = pages.site(open.siteId());
        try {
            return ZoneId.of(open.zone());
        } catch (DateTimeException unknown) {
            return site.zone();
        }
    }

    private static Asked asked(ClientLink.Answer link) {
        return new Asked(link.clientId(), link.appointmentId(), link.appointmentVersion());
    }
}
