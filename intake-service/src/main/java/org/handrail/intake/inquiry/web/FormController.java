package org.handrail.intake.inquiry.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.handrail.contract.Language;
import org.handrail.contract.intake.InquiryReceived;
import org.handrail.intake.idempotency.Answer;
import org.handrail.intake.idempotency.Fingerprint;
import org.handrail.intake.idempotency.Once;
import org.handrail.intake.idempotency.Once.Outcome;
import org.handrail.intake.idempotency.RequestKey;
import org.handrail.intake.inquiry.NewInquiry;
import org.handrail.intake.inquiry.ReceivingInquiries;
import org.handrail.platform.site.Sites;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The public form: shown, taken once, thanked for on a page of its own, so that a reload sends nothing again. */
@Controller
class FormController {

    private static final String CRISIS = "crisis";

    private final ReceivingInquiries inquiries;
    private final FormReader reader;
    private final Once once;
    private final Sites sites;
    private final ReceiptsHeld receipts;
    private final Clock clock;

    FormController(ReceivingInquiries inquiries, FormReader reader, Once once, Sites sites, ReceiptsHeld receipts,
            Clock clock) {
        this.receipts = receipts;
        this.inquiries = inquiries;
        this.reader = reader;
        this.once = once;
        this.sites = sites;
        this.clock = clock;
    }

    @GetMapping("/")
    ModelAndView form(@RequestParam(name = "site", required = false) @Nullable String site, Locale locale) {
        String known = sites.find(site == null ? "" : site).orElseGet(sites::defaultSite).id();
        FormValues values = FormValues.empty(FormToken.issue(clock.instant()).text(), known);
        return page(values, Map.of(), locale, HttpStatus.OK);
    }

    @PostMapping(path = "/inquiries", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ModelAndView receive(@RequestParam MultiValueMap<String, String> form, Locale locale,
            HttpServletRequest request) {
        FormValues values = FormValues.of(form);
        Instant now = clock.instant();
        FormReader.Read read = reader.read(values, language(locale), now);
        NewInquiry inquiry = read.inquiry();
        if (inquiry == null) {
            return page(values, read.errors(), locale, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        String token = FormToken.read(values.get("token")).map(FormToken::text)
                .orElseGet(() -> UUID.randomUUID().toString());
        byte[] fingerprint = Fingerprint.of(
                FormValues.FIELDS.stream().map(values::get).toArray(String[]::new));
        // a form that went back and was changed is another inquiry, not a fault
        RequestKey key = new RequestKey(ReceivingInquiries.WEB_FORM,
                token + " " + UUID.nameUUIDFromBytes(fingerprint));
        Outcome outcome = once.answerWaiting(key, fingerprint, () -> {
            InquiryReceived taken = inquiries.receive(ReceivingInquiries.WEB_FORM,
                    receipts.overTheLimit(inquiry, request));
            return new Answer(303, taken.crisis() ? CRISIS : "");
        });
        return new ModelAndView("redirect:/thanks?lang=" + language(locale).tag()
                + (urgent(outcome) ? "&now" : ""), HttpStatus.SEE_OTHER);
    }

    @GetMapping("/thanks")
    ModelAndView thanks(@RequestParam(name = "now", required = false) @Nullable String urgent, Locale locale) {
        ModelAndView page = new ModelAndView("thanks");
        page.addObject("urgent", urgent != null);
        return common(page, locale);
    }

    private static boolean urgent(Outcome outcome) {
        return outcome instanceof Outcome.Done done && done.answer().body().equals(CRISIS)
                || outcome instanceof Outcome.Replayed replayed && replayed.answer().body().equals(CRISIS);
    }

    private ModelAndView page(FormValues values, Map<String, String> errors, Locale locale, HttpStatus status) {
        ModelAndView page = new ModelAndView("form", status);
        page.addObject("form", values.values());
        page.addObject("errors", inOrderOfThePage(errors));
        return common(page, locale);
    }

    private static Map<String, String> inOrderOfThePage(Map<String, String> errors) {
        Map<String, String> ordered = new LinkedHashMap<>();
        FormValues.FIELDS.stream().filter(errors::containsKey).forEach(field -> ordered.put(field, errors.get(field)));
        return ordered;
    }

    private ModelAndView common(ModelAndView page, Locale locale) {
        page.addObject("lang", language(locale).tag());
        page.addObject("site", sites.defaultSite());
        return page;
    }

    private static Language language(Locale locale) {
        return locale.getLanguage().equals("es") ? Language.ES : Language.EN;
    }
}
