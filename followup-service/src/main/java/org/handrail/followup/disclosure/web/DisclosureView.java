package org.handrail.followup.disclosure.web;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.handrail.followup.disclosure.DisclosureConsent;
import org.handrail.followup.disclosure.Disclosures;
import org.handrail.followup.staff.StaffAccounts;
import org.handrail.followup.timeline.web.Moments;
import org.handrail.platform.site.Sites;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Consents and the log in words. Times are the default site's, with their zone. */
@Component
class DisclosureView {

    private final MessageSource messages;
    private final StaffAccounts accounts;
    private final Sites sites;

    DisclosureView(MessageSource messages, StaffAccounts accounts, Sites sites) {
        this.messages = messages;
        this.accounts = accounts;
        this.sites = sites;
    }

    /** @param open has not been ended, whether or not it allows anything */
    record ConsentCard(UUID consentId, String recipient, String what, String kinds, String purpose, String discloser,
            String signed, String until, String entered, String state, boolean good, boolean open) {
    }

    /** @param allowed with what must go along */
    record AnswerCard(boolean allowed, @Nullable String notice, @Nullable String explanation,
            @Nullable String refused) {
    }

    record LogLine(String at, String who, String recipient, String kind, String verdict, boolean allowed) {
    }

    List<ConsentCard> consents(List<DisclosureConsent> consents, Locale locale) {
        Map<String, String> names = names(consents.stream().map(DisclosureConsent::recordedBy));
        return consents.stream().map(consent -> new ConsentCard(consent.consentId(), recipient(consent),
                orMissing(consent.what(), locale),
                consent.scope().stream().sorted().map(kind -> kind(kind, locale)).collect(Collectors.joining(", ")),
                orMissing(consent.purpose(), locale), orMissing(consent.discloser(), locale),
                signed(consent, locale), until(consent, locale),
                at(consent.recordedAt(), locale) + ", "
                        + names.getOrDefault(consent.recordedBy(), consent.recordedBy()),
                consent.fault() == null ? say("disclosure.in-force", locale) : fault(consent.fault(), locale),
                consent.fault() == null, consent.end() == null)).toList();
    }

    /** By code, in words. */
    Map<String, String> recipients(List<DisclosureConsent> consents) {
        Map<String, String> recipients = new LinkedHashMap<>();
        consents.forEach(consent -> recipients.putIfAbsent(consent.recipientId(), recipient(consent)));
        return recipients;
    }

    List<LogLine> log(List<Disclosures.Asked> log, List<DisclosureConsent> consents, Locale locale) {
        Map<String, String> names = names(log.stream().map(asked -> asked.ask().askedBy()));
        Map<String, String> recipients = recipients(consents);
        return log.stream().map(asked -> new LogLine(at(asked.at(), locale),
                names.getOrDefault(asked.ask().askedBy(), asked.ask().askedBy()),
                recipients.getOrDefault(asked.ask().recipientId(), asked.ask().recipientId()),
                kind(asked.ask().scope(), locale),
                asked.refused() == null ? say("disclosure.allowed", locale) : fault(asked.refused(), locale),
                asked.refused() == null)).toList();
    }

    AnswerCard answer(Disclosures.Answer answer, Locale locale) {
        return new AnswerCard(answer.allowed(), answer.notice(), answer.explanation(),
                answer.refused() == null ? null : fault(answer.refused(), locale));
    }

    private String recipient(DisclosureConsent consent) {
        return consent.recipient() == null ? consent.recipientId() : consent.recipient();
    }

    private String signed(DisclosureConsent consent, Locale locale) {
        return orMissing(consent.signedBy(), locale) + ", "
                + (consent.signedAt() == null ? say("disclosure.missing", locale) : day(consent.signedAt(), locale));
    }

    private String until(DisclosureConsent consent, Locale locale) {
        // the end is the first moment at which it does not hold
        String last = consent.expiresAt() == null ? "" : messages.getMessage("disclosure.last-day",
                new Object[] {day(consent.expiresAt().minusMillis(1), locale)}, locale);
        String text = Stream.of(last, consent.expiresOn() == null ? "" : consent.expiresOn())
                .filter(part -> !part.isEmpty()).collect(Collectors.joining(", "));
        return text.isEmpty() ? say("disclosure.missing", locale) : text;
    }

    private String orMissing(@Nullable String text, Locale locale) {
        return text == null ? say("disclosure.missing", locale) : text;
    }

    private String fault(String code, Locale locale) {
        return messages.getMessage("disclosure.fault." + code, null, code, locale);
    }

    private String kind(String code, Locale locale) {
        return messages.getMessage("disclosure.kind." + code, null, code, locale);
    }

    private String say(String code, Locale locale) {
        return messages.getMessage(code, null, locale);
    }

    private String at(Instant instant, Locale locale) {
        return Moments.full(instant, sites.defaultSite().zone(), locale);
    }

    private String day(Instant instant, Locale locale) {
        return instant.atZone(sites.defaultSite().zone())
                .format(DateTimeFormatter.ofPattern("EEE, MMM d, uuuu", locale));
    }

    private Map<String, String> names(Stream<String> recordedBy) {
        List<UUID> staff = recordedBy.distinct().flatMap(who -> {
            try {
                return Stream.of(UUID.fromString(who));
            } catch (IllegalArgumentException e) {
                return Stream.empty();
            }
        }).toList();
        return accounts.names(staff).entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey().toString(), Map.Entry::getValue));
    }
}
