package org.handrail.notifier.bounce;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.handrail.notifier.mime.MimeParser;
import org.handrail.notifier.mime.MimePart;

/**
 * What a message says, for a person who looks at many: finer than a {@link Reading}, and followed by nothing.
 *
 * @param code       {@code 5.1.1}, {@code 550}, {@code abuse}, {@code text}: a code, never text of the message
 * @param recipients whose mail failed or who complains, in lower case; empty if not named
 * @param tokens     how many texts in it look like tokens of ours
 */
public record Verdict(Meaning meaning, String code, Recipient recipient, Set<String> recipients, int tokens) {

    /** As people say it. */
    public enum Meaning {
        HARD, SOFT, POLICY, AUTHENTICATION, COMPLAINT, AUTO_REPLY, REPLY, NOT_A_BOUNCE, UNCLEAR;

        /** Such as {@code auto-reply}. */
        public String word() {
            return this == NOT_A_BOUNCE ? "not a bounce" : name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Whether the report speaks of the one to whom the mail went that it sends back. */
    public enum Recipient { MATCHED, OTHER, NAMED, NONE }

    private static final Pattern AUTHENTICATION = Pattern.compile("(?i)\\b(?:spf|dkim|dmarc|domainkeys?|sender policy framework)\\b"
            + "|authentication (?:checks?|fail|required|information)|(?:pass|fail)\\w* authentication|unauthenticated (?:e-?mail|mail|message)|not authenticated");
    private static final Pattern AUTHENTICATION_CODE =
            Pattern.compile("[45]\\.7\\.(?:8|9|1[12]|2[0-7]|57|509|515)|auth-failure|dmarc|dkim");

    /** @param message as it came; may end anywhere */
    public static Verdict of(byte[] message) {
        MimePart parsed = MimeParser.parse(message);
        Reading reading = Classifier.read(parsed);
        return new Verdict(meaning(reading, parsed), reading.code(), recipient(reading, parsed), reading.recipients(),
                reading.marks().size());
    }

    private static Meaning meaning(Reading reading, MimePart message) {
        return switch (reading.kind()) {
            case HARD -> Meaning.HARD;
            case SOFT -> Meaning.SOFT;
            case OURS -> isAuthentication(reading.code(), message) ? Meaning.AUTHENTICATION : Meaning.POLICY;
            case COMPLAINT -> Meaning.COMPLAINT;
            case OUT_OF_OFFICE, CHALLENGE -> Meaning.AUTO_REPLY;
            case STOP_REPLY, REPLY -> Meaning.REPLY;
            case NOTICE -> Meaning.NOT_A_BOUNCE;
            case UNCLEAR -> Meaning.UNCLEAR;
        };
    }

    private static boolean isAuthentication(String code, MimePart message) {
        return AUTHENTICATION_CODE.matcher(code).matches() || AUTHENTICATION.matcher(Prose.of(message)).find()
                || message.own().filter(StatusReports::isStatus).anyMatch(part -> AUTHENTICATION.matcher(part.text()).find());
    }

    private static Recipient recipient(Reading reading, MimePart message) {
        if (reading.recipients().isEmpty()) {
            return Recipient.NONE;
        }
        Set<String> sentTo = message.own().filter(MimePart::isAttachedMessage).flatMap(part -> part.parts().stream())
                .flatMap(returned -> Named.in(returned.headers().text("to")).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return sentTo.isEmpty() ? Recipient.NAMED
                : sentTo.stream().anyMatch(reading.recipients()::contains) ? Recipient.MATCHED : Recipient.OTHER;
    }
}
