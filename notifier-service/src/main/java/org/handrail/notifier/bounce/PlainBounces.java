package org.handrail.notifier.bounce;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.handrail.notifier.mime.MimePart;

/** Bounces that are prose: qmail, Exim, old Exchange, webmail providers, gateways. */
final class PlainBounces {

    private static final Pattern DELAY = Pattern.compile("(?i)\\b(?:warning|delayed|will (?:keep trying|continue|be retried)|has not yet been"
            + "|not yet been delivered|still trying|no action is required|do not need to resend|will retry|still being retried|retry for)\\b"
            + "|delivery incomplete|temporary problem|verz[oö]ger|retras|retard|задерж");
    private static final Pattern FINAL = Pattern.compile("(?i)permanent|giving up|gave up|could not be delivered|has been returned|not been able to|failed permanently"
            + "|has failed|have failed|unrecoverable");

    /** What a server said: a line with its code, and two more that may go on with it. */
    private static final Pattern ANSWER = Pattern.compile("(?m)^.*(?:(?<![\\w.,:/-])[45][0-5]\\d[ -]|(?<![\\d.])[45]\\.[0-7]\\.\\d{1,3}(?![\\d.])).*"
            + "(?:\\R(?!\\s*$|.*<?\\S+@\\S+>?:).+){0,2}");

    private PlainBounces() {
    }

    static List<Failure> read(MimePart message, String prose) {
        String text = message.headers().text("subject") + "\n" + prose;
        if (DELAY.matcher(text).find() && !FINAL.matcher(prose).find() && !isLasting(prose)) {
            return List.of(new Failure(Kind.NOTICE, "delayed", recipient(message, prose)));
        }
        String answer = ANSWER.matcher(prose).results().map(MatchResult::group).limit(8)
                .collect(Collectors.joining("\n"));
        Failure judged = Judging.judge("", answer, text, "");
        Set<String> named = recipients(message, prose);
        List<Failure> failures = new ArrayList<>();
        named.forEach(each -> failures.add(new Failure(judged.kind(), judged.code(), each)));
        return failures.isEmpty() ? List.of(judged) : failures;
    }

    private static boolean isLasting(String prose) {
        return StatusCode.firstIn(prose).filter(code -> code.category() == 5).isPresent()
                || Wording.meaning(prose).equals(Optional.of(Kind.HARD));
    }

    private static String recipient(MimePart message, String prose) {
        return recipients(message, prose).stream().findFirst().orElse("");
    }

    private static Set<String> recipients(MimePart message, String prose) {
        Set<String> failed = Named.in(String.join(" ", message.headers().all("x-failed-recipients")));
        return failed.isEmpty() ? Named.in(prose) : failed;
    }
}
