package org.handrail.notifier.bounce;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Weighs the codes and the words about one failure. Words beat codes towards innocence (a gateway that refuses for
 * spam often says 5.1.1), codes beat words towards it too (5.7.1 may say "no such user"): HARD needs both to agree, or
 * one of them alone with the other silent.
 */
final class Judging {

    /**
     * Whoever knows no such user says so before the content comes; "user unknown" after it is what filters of the
     * reader's say. Yahoo says that somebody has no account there, and means it.
     */
    private static final Pattern FILTERED =
            Pattern.compile("(?is)^(?!.*doesn't have a).*(?:in reply to end of data|after end of data|after data)");
    /** How Exchange Online says that its directory does not know the address; "access denied" alone may be a policy. */
    private static final Pattern NO_SUCH_RECIPIENT =
            Pattern.compile("(?is)\\b5\\.4\\.1\\b.{0,300}recipient address rejected:\\s+access\\s+denied\\W+as\\(201806281\\)");
    /** Gmail calls even these 4.0.0 when it gives up at once. */
    private static final Pattern NO_SUCH_DOMAIN = Pattern.compile("(?is)null\\s?mx|\\bnxdomain\\b|\\bdomain\\b.{0,80}(?:doesn't receive (?:e-?)?mail|could(?:n't| not) be found|does(?:n't| not) exist)");
    private static final Pattern TRY_AGAIN = Pattern.compile("(?i)try again|temporar|servfail|time.?out|sender|(?:mail )?from\\b");
    /** One maker of relays calls every refusal so, and quotes it. */
    private static final Pattern QUOTED_ANSWER =
            Pattern.compile("(?is)^\\W*5\\.1\\.0\\s+-\\s+unknown address error\\s+(?=\\d{3})");
    /** What is refused before any recipient was named is refused to us, whatever does not exist. */
    private static final Pattern BEFORE_RECIPIENTS =
            Pattern.compile("(?i)" + OursWords.REFUSED_AFTER + "(?:" + OursWords.BEFORE_RECIPIENTS + ")");
    private static final Pattern AT_RECIPIENTS = Pattern.compile("(?i)" + OursWords.REFUSED_AFTER + "(?:rcpt|recipient)");
    private static final Pattern DIGITS_ONLY = Pattern.compile("[\\d\\s.#()-]*");

    private Judging() {
    }

    /**
     * @param status     the Status field; may be empty
     * @param diagnostic what the server said; may be empty
     * @param around     what the report says in prose; heard only where the others are silent
     */
    static Failure judge(String status, String diagnostic, String around, String recipient) {
        String quoted = QUOTED_ANSWER.matcher(diagnostic).replaceFirst("");
        return quoted.equals(diagnostic) ? judged(status, diagnostic, around, recipient)
                : judged("5.0.0", quoted, "", recipient);
    }

    private static Failure judged(String status, String diagnostic, String around, String recipient) {
        List<StatusCode> said = StatusCode.allIn(diagnostic).stream().limit(3).toList();
        List<StatusCode> codes = Stream.concat(StatusCode.firstIn(status).stream(), said.stream()).toList();
        Optional<ReplyCode> reply = ReplyCode.firstIn(diagnostic);
        boolean silent = DIGITS_ONLY.matcher(diagnostic).matches();
        Optional<Kind> words = Wording.meaning(diagnostic);
        if (words.isEmpty() && (silent || codes.stream().allMatch(StatusCode::isGeneric))) {
            words = Wording.meaning(around);
        }
        if (BEFORE_RECIPIENTS.matcher(around).find() && !AT_RECIPIENTS.matcher(around).find()) {
            words = Optional.of(Kind.OURS);
        }
        boolean hard = NO_SUCH_RECIPIENT.matcher(diagnostic).find()
                || !words.equals(Optional.of(Kind.OURS)) && codes.stream().allMatch(Judging::isUnsaid)
                        && NO_SUCH_DOMAIN.matcher(diagnostic).find() && !TRY_AGAIN.matcher(diagnostic).find();
        Kind kind = hard ? Kind.HARD
                : weigh(codes, reply, words, heard(diagnostic, silent, codes, said, around));
        return new Failure(kind, name(codes, reply), recipient);
    }

    /** What the answer itself tells beyond the meaning of its words. */
    private record Heard(boolean filtered, boolean plain, boolean doubtful) {
    }

    private static Heard heard(String diagnostic, boolean silent, List<StatusCode> codes, List<StatusCode> said,
            String around) {
        boolean afterData = FILTERED.matcher(diagnostic).find();
        boolean plain = !afterData && Wording.saysNoSuchUser(diagnostic)
                && !Wording.meaning(around).equals(Optional.of(Kind.OURS));
        // some systems call every refusal 5.1.1 when the server that refused gave no such code
        boolean doubtful = !silent && said.isEmpty() && !Wording.mayMeanTheRecipient(diagnostic);
        return new Heard(afterData && codes.stream().allMatch(StatusCode::isGeneric), plain, doubtful);
    }

    private static Kind weigh(List<StatusCode> codes, Optional<ReplyCode> reply, Optional<Kind> words, Heard heard) {
        boolean plainlyHard = heard.plain() && words.equals(Optional.of(Kind.HARD))
                && codes.stream().allMatch(Judging::isOftenMisused);
        if (words.equals(Optional.of(Kind.OURS)) || codes.stream().anyMatch(StatusCode::isPolicy) && !plainlyHard) {
            return Kind.OURS;
        }
        List<Kind> meanings = codes.stream().flatMap(code -> code.meaning().stream()).distinct().toList();
        if (plainlyHard) {
            return Kind.HARD;
        }
        if (meanings.contains(Kind.OURS)) {
            return Kind.OURS;
        }
        boolean passing = codes.stream().anyMatch(StatusCode::isTransient)
                || codes.isEmpty() && reply.isPresent() && reply.get().isTransient();
        if (passing || words.equals(Optional.of(Kind.SOFT)) || heard.filtered()) {
            return Kind.SOFT;
        }
        // 5.4.x and 5.2.0 are used for hosts and users that do not exist, too, and then the words tell
        if (meanings.contains(Kind.SOFT)) {
            return words.equals(Optional.of(Kind.HARD)) && codes.stream().allMatch(Judging::mayMeanTheHost)
                    ? Kind.HARD : Kind.SOFT;
        }
        if (meanings.contains(Kind.HARD) && !heard.doubtful() || words.equals(Optional.of(Kind.HARD))
                || reply.isPresent() && reply.get().refusesAllMail()) {
            return Kind.HARD;
        }
        return meanings.contains(Kind.NOTICE) ? Kind.NOTICE : Kind.UNCLEAR;
    }

    private static boolean isUnsaid(StatusCode code) {
        return code.subject() == 0 && code.detail() == 0;
    }

    /** Codes that servers give to users who do not exist, though they mean something else. */
    private static boolean isOftenMisused(StatusCode code) {
        return code.category() == 5 && (code.isGeneric() || code.subject() == 1
                || code.subject() == 2 && code.detail() == 1 || code.subject() == 7 && code.detail() <= 1);
    }

    private static boolean mayMeanTheHost(StatusCode code) {
        return code.subject() == 4 && code.detail() >= 300 || code.subject() != 2 && (code.subject() == 1 || code.isGeneric());
    }

    private static String name(List<StatusCode> codes, Optional<ReplyCode> reply) {
        return codes.stream().filter(code -> !code.isGeneric()).findFirst().map(StatusCode::toString)
                .or(() -> codes.stream().findFirst().map(StatusCode::toString))
                .or(() -> reply.map(ReplyCode::toString))
                .orElse("text");
    }
}
