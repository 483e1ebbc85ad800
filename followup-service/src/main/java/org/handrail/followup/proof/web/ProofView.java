package org.handrail.followup.proof.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.handrail.followup.proof.ProofSheet;
import org.handrail.followup.staff.StaffAccounts;
import org.handrail.followup.timeline.web.Moments;
import org.handrail.platform.site.Sites;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** A sheet in words. Times are the default site's, with their zone. */
@Component
class ProofView {

    private final MessageSource messages;
    private final StaffAccounts accounts;
    private final Sites sites;

    ProofView(MessageSource messages, StaffAccounts accounts, Sites sites) {
        this.messages = messages;
        this.accounts = accounts;
        this.sites = sites;
    }

    /** @param label what the page says, by the last part of the message's code */
    record Sheet(String lang, String other, UUID clientId, String at, Map<String, String> label, List<State> states,
            List<Act> acts) {
    }

    record State(String purpose, String state, boolean good, String since, @Nullable String until) {
    }

    record Act(int number, boolean given, String what, String purpose, String occurredAt, String recordedAt,
            String recordedBy, String how, @Nullable String wording, @Nullable String words, String warning,
            @Nullable String until, String after) {
    }

    private static final List<String> LABELS = List.of("title", "heading", "client", "as-of", "now", "purpose", "state",
            "since", "until", "no-end", "acts", "occurred", "recorded", "by", "how", "wording", "words", "words-missing",
            "warning", "after", "none", "keep", "other-language", "channel");

    Sheet of(ProofSheet sheet, String lang) {
        Locale locale = Locale.forLanguageTag(lang);
        ZoneId zone = sites.defaultSite().zone();
        Map<UUID, String> names = accounts.names(staff(sheet.acts()));
        Map<String, String> labels = LABELS.stream()
                .collect(Collectors.toMap(label -> label.replace("-", ""), label -> say(lang, label)));
        return new Sheet(lang, lang.equals("es") ? "en" : "es", sheet.clientId(), at(sheet.at(), zone, locale), labels,
                sheet.states().stream().map(state -> new State(say(lang, "purpose." + state.purpose()),
                        say(lang, "state." + state.state()), state.state().equals("IN_FORCE"),
                        at(state.since(), zone, locale),
                        state.expiresAt() == null ? null : at(state.expiresAt(), zone, locale))).toList(),
                numbered(sheet.acts(), lang, zone, locale, names));
    }

    private List<Act> numbered(
            List<ProofSheet.Act> acts, String lang, ZoneId zone, Locale locale, Map<UUID, String> names) {
        return IntStream.range(0, acts.size()).mapToObj(i -> {
            ProofSheet.Act act = acts.get(i);
            boolean given = act.kind().equals("GIVEN");
            return new Act(i + 1, given, say(lang, "kind." + act.kind()), say(lang, "purpose." + act.purpose()),
                    at(act.occurredAt(), zone, locale), at(act.recordedAt(), zone, locale), who(act, names),
                    say(lang, "how." + act.how()),
                    act.wording() == null ? null : act.wording() + " (" + act.language() + ")", act.words(),
                    say(lang, act.riskWarningShown() ? "warning.yes" : "warning.no"),
                    until(act, lang, zone, locale), say(lang, "state." + act.stateAfter()));
        }).toList();
    }

    private @Nullable String until(ProofSheet.Act act, String lang, ZoneId zone, Locale locale) {
        String date = act.expiresAt() == null ? null : at(act.expiresAt(), zone, locale);
        if (act.expiresOn() == null) {
            return date;
        }
        String event = say(lang, "event." + act.expiresOn());
        return date == null ? event : event + ", " + date;
    }

    private String say(String lang, String code) {
        return messages.getMessage("proof." + lang + "." + code, null, code, Locale.ENGLISH);
    }

    private static String at(Instant instant, ZoneId zone, Locale locale) {
        return locale.getLanguage().equals("es")
                ? instant.atZone(zone).format(DateTimeFormatter.ofPattern("EEE d MMM uuuu, h:mm a z", locale))
                : Moments.full(instant, zone, locale);
    }

    private static String who(ProofSheet.Act act, Map<UUID, String> names) {
        UUID account = account(act.recordedBy());
        return account == null ? act.recordedBy() : names.getOrDefault(account, act.recordedBy());
    }

    private static Collection<UUID> staff(List<ProofSheet.Act> acts) {
        return acts.stream().map(act -> account(act.recordedBy())).filter(id -> id != null).collect(Collectors.toSet());
    }

    private static @Nullable UUID account(String recordedBy) {
        try {
            return UUID.fromString(recordedBy);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
