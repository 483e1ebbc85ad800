package org.handrail.notifier.template.mustache;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.handrail.contract.Language;
import org.handrail.notifier.template.AppointmentTimes;
import org.handrail.notifier.template.Discretion;
import org.handrail.notifier.template.ReminderToRender;
import org.handrail.notifier.template.Rendering.TemplateFault;
import org.handrail.notifier.template.Wording;

/** Writes a template for one reader, whether it is sent or only looked at. Thread-safe. */
final class LetterWriter {

    private static final List<Placeholder> LINKS = List.of(Placeholder.STOP_URL, Placeholder.PREFERENCES_URL,
            Placeholder.CONFIRM_URL, Placeholder.ANSWER_URL);

    /** Characters; no list of messages shows as many. */
    private static final int PREVIEW = 150;

    private final Map<Language, Map<Wording, Letterhead>> letterheads = new EnumMap<>(Language.class);
    private final Discretion discretion;

    LetterWriter(Discretion discretion) {
        this.discretion = discretion;
        for (Language language : Language.values()) {
            Map<Wording, Letterhead> wordings = new EnumMap<>(Wording.class);
            for (Wording wording : Wording.values()) {
                wordings.put(wording, new Letterhead(language, wording));
            }
            letterheads.put(language, wordings);
        }
    }

    Letterhead letterhead(Language language, Wording wording) {
        return letterheads.get(language).get(wording);
    }

    /** @throws TemplateFault when a placeholder has no value, or the letter would reveal something */
    Letter write(MailTemplate template, ReminderToRender reminder, String stopPage, Links links) {
        Letterhead letterhead = letterhead(reminder.language(), reminder.wording());
        Map<String, String> values = values(reminder, template, stopPage, links);
        if (letterhead.missingFor(template, values).isPresent()) {
            throw new TemplateFault("placeholder-missing");
        }
        if (discretion.settingsReveal()) {
            throw new TemplateFault("revealing-word");
        }
        Letter letter = letterhead.write(template, values);
        if (reveals(reminder, letter, values)) {
            values.put(Placeholder.GIVEN_NAME.key(), "");
            letter = letterhead.write(template, values);
            if (reveals(reminder, letter, values)) {
                throw new TemplateFault("revealing-word");
            }
        }
        return letter;
    }

    /** Which placeholder has no value for this reader. */
    Optional<Placeholder> missing(MailTemplate template, ReminderToRender reminder, Links links) {
        return letterhead(reminder.language(), reminder.wording())
                .missingFor(template, values(reminder, template, links.stop(reminder).page(), links));
    }

    private Map<String, String> values(
            ReminderToRender reminder, MailTemplate template, String stopPage, Links links) {
        Map<String, String> values = new HashMap<>();
        values.put(Placeholder.GIVEN_NAME.key(), discretion.nameForGreeting(reminder.givenName()).orElse(""));
        values.put(Placeholder.SITE_NAME.key(), reminder.siteName());
        values.put(Placeholder.SITE_PHONE.key(), reminder.sitePhone());
        values.put(Placeholder.STOP_URL.key(), stopPage);
        values.put(Placeholder.PREFERENCES_URL.key(), links.preferences(reminder));
        if (reminder.startsAt() != null) {
            values.put(Placeholder.DATE.key(),
                    AppointmentTimes.date(reminder.startsAt(), reminder.siteZone(), reminder.language()));
            values.put(Placeholder.TIME.key(), AppointmentTimes.time(
                    reminder.startsAt(), reminder.siteZone(), reminder.clientZone(), reminder.language()));
        }
        values.put(Placeholder.APPOINTMENT_KIND.key(),
                reminder.kind() == null || reminder.wording() != Wording.DETAILED
                        ? "" : KindWords.of(reminder.kind(), reminder.language()));
        if (template.required().contains(Placeholder.CONFIRM_URL)) {
            values.put(Placeholder.CONFIRM_URL.key(), links.confirmAddress(reminder));
        }
        if (template.required().contains(Placeholder.ANSWER_URL)
                && reminder.appointmentId() != null && reminder.startsAt() != null) {
            values.put(Placeholder.ANSWER_URL.key(), links.answer(reminder));
        }
        return values;
    }

    /**
     * Tokens are left out: random letters may spell anything, and their hosts and paths are checked at start. A
     * detailed body may say what it is about; what shows of it in a list of messages or on a locked screen may not.
     */
    private boolean reveals(ReminderToRender reminder, Letter letter, Map<String, String> values) {
        if (discretion.reveals(letter.subject()) || discretion.reveals(letter.preheader())) {
            return true;
        }
        String text = withoutTokens(letter.text(), values);
        String kind = reminder.template() + " " + reminder.language();
        return reminder.wording() == Wording.DETAILED ? discretion.reveals(preview(letter.preheader(), text))
                : discretion.reveals(kind + " text", text)
                        || discretion.reveals(kind + " html", withoutTokens(letter.html(), values));
    }

    /** What mail programs show beside a subject. */
    private static String preview(String preheader, String text) {
        String line = (preheader + " " + text).replaceAll("\\s+", " ");
        int end = line.indexOf(' ', Math.min(line.length(), PREVIEW));
        return end < 0 ? line : line.substring(0, end);
    }

    private static String withoutTokens(String body, Map<String, String> values) {
        List<String> links = LINKS.stream().map(link -> values.getOrDefault(link.key(), ""))
                .filter(link -> link.contains("/")).toList();
        StringBuilder rest = new StringBuilder(body.length());
        int at = 0;
        for (int found = body.indexOf("://"); found >= 0; found = body.indexOf("://", found + 1)) {
            for (String link : links) {
                int begin = found - link.indexOf("://");
                if (begin >= at && body.startsWith(link, begin)) {
                    rest.append(body, at, begin + link.lastIndexOf('/') + 1);
                    at = begin + link.length();
                }
            }
        }
        return rest.append(body, at, body.length()).toString();
    }
}
