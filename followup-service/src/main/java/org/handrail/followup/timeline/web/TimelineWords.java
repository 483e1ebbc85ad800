package org.handrail.followup.timeline.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.handrail.followup.staff.StaffAccounts;
import org.handrail.followup.timeline.TimelineEntry;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Says an entry in words: the message {@code timeline.<code>}, in which {@code {name}} stands for the detail of that
 * name, and what stands in brackets is left out when a detail that it names is not there. Codes become the message
 * {@code value.<name>.<value>}, instants a local time, account ids a name.
 */
@Component
public class TimelineWords {

    private static final Pattern PLACE = Pattern.compile("\\{([A-Za-z-]+)}");
    private static final Pattern IF_THERE = Pattern.compile("\\[([^\\]]*)]");
    private static final Pattern SMTP = Pattern.compile("smtp-([0-9.]+)");
    private static final String ACCOUNT = "by";

    private final MessageSource messages;
    private final StaffAccounts accounts;

    TimelineWords(MessageSource messages, StaffAccounts accounts) {
        this.messages = messages;
        this.accounts = accounts;
    }

    public String say(TimelineEntry entry, ZoneId zone, Locale locale) {
        String pattern = messages.getMessage("timeline." + entry.code(), null, plain(entry.code()), locale);
        String asked = IF_THERE.matcher(String.valueOf(pattern)).replaceAll(part ->
                PLACE.matcher(part.group(1)).results().allMatch(place -> entry.details().containsKey(place.group(1)))
                        ? Matcher.quoteReplacement(part.group(1)) : "");
        return PLACE.matcher(asked).replaceAll(place ->
                Matcher.quoteReplacement(value(place.group(1), entry.details(), zone, locale)));
    }

    private String value(String name, Map<String, String> details, ZoneId zone, Locale locale) {
        String value = details.get(name);
        if (value == null) {
            return String.valueOf(messages.getMessage("value.unknown", null, "unknown", locale));
        }
        if (name.equals(ACCOUNT)) {
            return account(value);
        }
        return instant(value).map(at -> Moments.full(at, zone, locale)).orElseGet(() -> code(name, value, locale));
    }

    /** A code in words; what has no message of its own is at least readable. */
    public String code(String name, String value, Locale locale) {
        // a step that repeats has its date behind a slash
        String key = name.equals("step") ? value.replaceFirst("/.*", "") : value;
        String words = messages.getMessage("value." + name + "." + key, null, "", locale);
        if (words != null && !words.isEmpty()) {
            return words;
        }
        Matcher smtp = SMTP.matcher(value);
        return smtp.matches()
                ? String.valueOf(messages.getMessage("value.smtp", new Object[] {smtp.group(1)}, value, locale))
                : plain(key);
    }

    private String account(String id) {
        try {
            UUID account = UUID.fromString(id);
            return accounts.names(List.of(account)).getOrDefault(account, id);
        } catch (IllegalArgumentException e) {
            return id;
        }
    }

    private static Optional<Instant> instant(String value) {
        try {
            return value.endsWith("Z") ? Optional.of(Instant.parse(value)) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String plain(String code) {
        return code.replace('-', ' ').replace('_', ' ').replace('.', ' ').toLowerCase(Locale.ROOT);
    }
}
