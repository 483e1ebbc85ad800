package org.handrail.notifier.bounce;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.handrail.notifier.mime.MimePart;

/** Complaints: ARF (RFC 5965), and the older forms of large providers. */
final class FeedbackReports {

    private static final Pattern TYPE = Pattern.compile("(?im)^feedback-type:\\s*([a-z-]{1,30})");
    private static final Pattern RECIPIENT = Pattern.compile("(?im)^(?:original-rcpt-to|removal-recipient):(.*)$");
    /** About our authentication, not about anybody's wish. */
    private static final Set<String> OURS = Set.of("auth-failure", "dmarc", "dkim", "virus");

    private FeedbackReports() {
    }

    static Optional<Reading> read(MimePart message) {
        return message.own().filter(part -> part.type().is("message/feedback-report")).findFirst()
                .map(part -> arf(part.text()))
                .or(() -> older(message));
    }

    private static Reading arf(String report) {
        Matcher type = TYPE.matcher(report);
        String name = type.find() ? type.group(1).toLowerCase(Locale.ROOT) : "abuse";
        Kind kind = OURS.contains(name) ? Kind.OURS : name.equals("not-spam") ? Kind.NOTICE : Kind.COMPLAINT;
        Matcher recipient = RECIPIENT.matcher(report);
        return Reading.of(kind, name).naming(recipient.find() ? Named.in(recipient.group(1)) : Set.of());
    }

    /** Microsoft's junk mail reports attach the message and name the recipient in a header of it. */
    private static Optional<Reading> older(MimePart message) {
        Optional<String> recipient = message.all()
                .map(part -> part.headers().first("x-hmxmroriginalrecipient")).filter(value -> !value.isEmpty())
                .findFirst();
        boolean complaint = message.headers().text("subject").toLowerCase(Locale.ROOT)
                .matches("complaint about message from .*|(?:email )?feedback report for ip .*");
        boolean attached = message.own().anyMatch(MimePart::isAttachedMessage);
        return recipient.isPresent() || complaint && attached
                ? Optional.of(Reading.of(Kind.COMPLAINT, "abuse").naming(Named.in(recipient.orElse(""))))
                : Optional.empty();
    }
}
