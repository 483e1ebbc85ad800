package org.handrail.notifier.bounce;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.handrail.notifier.mime.MimeParser;
import org.handrail.notifier.mime.MimePart;

/** Reads what came back. Pure: the same message is always read the same way. */
public final class Classifier {

    /** The milder wins: of several recipients of one message none is called gone because another one is. */
    private static final List<Kind> MILDEST_FIRST = List.of(Kind.UNCLEAR, Kind.OURS, Kind.SOFT, Kind.HARD);

    private static final Pattern PASSED_ON =
            Pattern.compile("(?i)(?:generated|expanded|forwarded) from:?\\s{1,20}<?([^\\s<>()]{3,320})");

    private Classifier() {
    }

    /** @param message as it came; may end anywhere */
    public static Reading read(byte[] message) {
        return read(MimeParser.parse(message));
    }

    static Reading read(MimePart message) {
        String from = Named.firstIn(message.headers().text("from"));
        Reading meaning = meaning(message);
        Optional<MimePart> wrapped = meaning.kind() == Kind.UNCLEAR ? wrapped(message) : Optional.empty();
        return wrapped.map(inner -> meaning(inner).marked(Marks.in(inner), from))
                .filter(inner -> !inner.marks().isEmpty() || Marks.in(message).isEmpty())
                .orElseGet(() -> meaning.marked(Marks.in(message), from));
    }

    /** Some gateways pass a report on as an attachment. */
    private static Optional<MimePart> wrapped(MimePart message) {
        return message.own().filter(MimePart::isAttachedMessage).flatMap(part -> part.parts().stream())
                .filter(MachineMail::isReport).findFirst();
    }

    private static Reading meaning(MimePart message) {
        String prose = Prose.of(message);
        return FeedbackReports.read(message)
                .or(() -> report(message, prose))
                .or(() -> receipt(message))
                .or(() -> MachineMail.isBounce(message, prose)
                        ? summary(PlainBounces.read(message, prose)) : Optional.empty())
                .or(() -> AutoReplies.read(message, prose).map(kind -> Reading.of(kind, "auto-reply")))
                .orElseGet(() -> byPerson(message));
    }

    private static Optional<Reading> report(MimePart message, String prose) {
        Optional<MimePart> status = message.own().filter(StatusReports::isStatus).findFirst();
        if (status.isEmpty()) {
            return Optional.empty();
        }
        List<Failure> failures = StatusReports.read(DeliveryStatus.parse(status.get().text()), prose);
        return failures.isEmpty() ? Optional.empty()
                : summary(failures).map(reading -> reading.naming(withOriginals(reading.recipients(), prose)));
    }

    /** Mail that was passed on fails at another address than the one that it went to, which only the prose names. */
    private static Set<String> withOriginals(Set<String> failed, String prose) {
        Set<String> named = new LinkedHashSet<>(failed);
        PASSED_ON.matcher(prose).results().limit(50).forEach(original -> named.addAll(Named.in(original.group(1))));
        return named;
    }

    /** "Read", "deleted unread": somebody's mail program answers, and nothing failed. */
    private static Optional<Reading> receipt(MimePart message) {
        return message.own().anyMatch(part -> part.type().is("message/disposition-notification"))
                || message.type().parameter("report-type").equalsIgnoreCase("disposition-notification")
                ? Optional.of(Reading.of(Kind.NOTICE, "disposition")) : Optional.empty();
    }

    private static Optional<Reading> summary(List<Failure> all) {
        List<Failure> failures = all.stream().filter(Failure::isFailure).toList();
        if (failures.isEmpty()) {
            return Optional.of(Reading.of(Kind.NOTICE, all.get(0).code()));
        }
        Failure mildest = failures.stream()
                .min(Comparator.comparingInt(failure -> MILDEST_FIRST.indexOf(failure.kind()))).orElseThrow();
        Set<String> named = failures.stream().map(Failure::recipient).filter(each -> !each.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return Optional.of(Reading.of(mildest.kind(), mildest.code()).naming(named));
    }

    private static Reading byPerson(MimePart message) {
        boolean nobody = !message.headers().has("from") || message.headers().first("return-path").equals("<>");
        return nobody ? Reading.of(Kind.UNCLEAR, "unknown-form") : Replies.read(message);
    }
}
