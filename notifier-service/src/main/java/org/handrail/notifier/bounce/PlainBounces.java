package org.handrail.notifier.bounce;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.handrail.notifier.mime.MimePart;

/** Bounces that are prose: qmail, Exim, old Exchange, webmail providers, gateways. */
final class PlainBounces {

    private static final Pattern DELAY = Pattern.compile("(?i)\\b(?:warning|delayed|will (?:keep trying|continue|be retried)|has not yet been"
            + "|not yet been delivered|still trying|no action is required|do not need to resend|will retry|still being retried|retry for)\\b"
            + "|delivery incomplete|has been postponed|continue to (?:try|attempt)|temporary problem|verz[oö]ger|retras|retard|задерж");
    private static final Pattern STILL_TRIED = Pattern.compile("(?i)\\b(?:do not need to resend|no need to resend|warning message only|this is a warning only|attempts will continue|will (?:be retried|continue (?:trying|to try)))\\b");
    private static final Pattern FINAL = Pattern.compile("(?i)permanent|giving up|gave up|could not be delivered|has been returned|not been able to|failed permanently"
            + "|has failed|have failed|unrecoverable");

    /** What follows is the subject of the mail that came back. */
    private static final Pattern QUOTES_SUBJECT = Pattern.compile("(?iu)^\\W*(?:undeliver\\w*|unzustellbar|nicht zustellbar|non remis|no se puede entregar|failure notice|returned mail|mail could not be delivered|warning|failed mail[^:]{0,80}|re|fwd?|aw)\\s*[:(\"]");

    private PlainBounces() {
    }

    static List<Failure> read(MimePart message, String prose) {
        String text = message.headers().text("subject") + "\n" + prose;
        boolean delayed = DELAY.matcher(text).find() && !FINAL.matcher(prose).find() || STILL_TRIED.matcher(prose).find();
        if (delayed && !isLasting(prose)) {
            return List.of(new Failure(Kind.NOTICE, "delayed", recipient(message, prose)));
        }
        String answer = Answers.in(prose);
        Failure own = Judging.judge("", answer, prose, "");
        boolean subject = own.kind() == Kind.UNCLEAR
                && !QUOTES_SUBJECT.matcher(message.headers().text("subject")).find();
        Failure judged = subject ? Judging.judge("", answer, text, "") : own;
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
