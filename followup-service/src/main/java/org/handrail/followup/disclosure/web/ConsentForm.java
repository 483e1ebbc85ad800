package org.handrail.followup.disclosure.web;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.handrail.followup.disclosure.DisclosureConsent;
import org.jspecify.annotations.Nullable;

/**
 * The page's fields as typed.
 *
 * @param signedOn  a day in the site's zone, as its field sends it
 * @param expiresOn the last day on which it holds
 */
record ConsentForm(@Nullable String clientName, @Nullable String discloser, @Nullable String recipient,
        @Nullable String what, @Nullable List<String> scope, @Nullable String purpose, @Nullable String signedBy,
        @Nullable String signedOn, @Nullable String expiresOn, @Nullable String expiresWhen,
        @Nullable String revocable) {

    private static final int LONGEST_CODE = 60;

    static ConsentForm empty(String site) {
        return new ConsentForm("", site, "", "", List.of(), "", "", "", "", "", null);
    }

    public boolean covers(String kind) {
        return scope != null && scope.contains(kind);
    }

    /** What keeps it from being entered, by the message's code; an element that the paper lacks does not. */
    Optional<String> fault() {
        if (code(recipient).isEmpty()) {
            return Optional.of("disclosure.recipient-needed");
        }
        boolean tooLong = Stream.of(clientName, discloser, recipient, what, purpose, signedBy, expiresWhen)
                .anyMatch(text -> text != null && text.length() > ConsentBody.LONGEST);
        if (tooLong || (scope != null && scope.stream().anyMatch(ConsentForm::isNoCode))) {
            return Optional.of("disclosure.too-long");
        }
        return isNoDay(signedOn) || isNoDay(expiresOn) ? Optional.of("disclosure.no-day") : Optional.empty();
    }

    /** Only without a fault. */
    DisclosureConsent.Entry entry(UUID consentId, ZoneId zone, UUID account) {
        LocalDate last = day(expiresOn);
        return new DisclosureConsent.Entry(consentId, text(clientName), text(discloser), text(recipient),
                code(recipient), text(what), scope == null ? Set.of() : Set.copyOf(scope), text(purpose),
                revocable != null, last == null ? null : start(last.plusDays(1), zone), text(expiresWhen),
                text(signedBy), start(day(signedOn), zone), account.toString());
    }

    /** {@code Superior Court, Room 4} is asked for as {@code superior-court-room-4}. */
    static String code(@Nullable String words) {
        String plain = Normalizer.normalize(words == null ? "" : words, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}", "").replaceAll("[^a-z0-9]+", "-").replaceAll("^-+", "");
        return plain.substring(0, Math.min(plain.length(), LONGEST_CODE)).replaceAll("-+$", "");
    }

    static boolean isNoCode(String value) {
        return !value.matches("[A-Za-z0-9][A-Za-z0-9._:/+-]{0,99}");
    }

    private static @Nullable String text(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }

    private static boolean isNoDay(@Nullable String typed) {
        try {
            day(typed);
            return false;
        } catch (DateTimeException e) {
            return true;
        }
    }

    private static @Nullable LocalDate day(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : LocalDate.parse(typed.strip());
    }

    private static @Nullable Instant start(@Nullable LocalDate day, ZoneId zone) {
        return day == null ? null : day.atStartOfDay(zone).toInstant();
    }
}
