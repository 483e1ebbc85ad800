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
    private static final Pattern DIGITS_ONLY = Pattern.compile("[\\d\\s.#()-]*");

    private Judging() {
    }

    /**
     * @param status     the Status field; may be empty
     * @param diagnostic what the server said; may be empty
     * @param around     what the report says in prose; heard only where the others are silent
     */
    static Failure judge(String status, String diagnostic, String around, String recipient) {
        List<StatusCode> codes = Stream.concat(StatusCode.firstIn(status).stream(),
                StatusCode.allIn(diagnostic).stream().limit(3)).toList();
        Optional<ReplyCode> reply = ReplyCode.firstIn(diagnostic);
        boolean silent = DIGITS_ONLY.matcher(diagnostic).matches();
        Optional<Kind> words = Wording.meaning(diagnostic);
        if (words.isEmpty() && (silent || codes.stream().allMatch(StatusCode::isGeneric))) {
            words = Wording.meaning(around);
        }
        boolean filtered = FILTERED.matcher(diagnostic).find()
                && codes.stream().allMatch(StatusCode::isGeneric);
        return new Failure(weigh(codes, reply, words, filtered), name(codes, reply), recipient);
    }

    private static Kind weigh(List<StatusCode> codes, Optional<ReplyCode> reply, Optional<Kind> words, boolean filtered) {
        if (codes.stream().anyMatch(StatusCode::isPolicy) || words.equals(Optional.of(Kind.OURS))) {
            return Kind.OURS;
        }
        List<Kind> meanings = codes.stream().flatMap(code -> code.meaning().stream()).distinct().toList();
        if (meanings.contains(Kind.OURS)) {
            return Kind.OURS;
        }
        boolean passing = codes.stream().anyMatch(StatusCode::isTransient)
                || codes.isEmpty() && reply.isPresent() && reply.get().isTransient();
        if (passing || words.equals(Optional.of(Kind.SOFT)) || filtered) {
            return Kind.SOFT;
        }
        // 5.4.x and 5.2.0 are used for hosts and users that do not exist, too, and then the words tell
        if (meanings.contains(Kind.SOFT)) {
            return words.equals(Optional.of(Kind.HARD)) && codes.stream().allMatch(Judging::mayMeanTheHost)
                    ? Kind.HARD : Kind.SOFT;
        }
        if (meanings.contains(Kind.HARD) || words.equals(Optional.of(Kind.HARD))
                || reply.isPresent() && reply.get().refusesAllMail()) {
            return Kind.HARD;
        }
        return meanings.contains(Kind.NOTICE) ? Kind.NOTICE : Kind.UNCLEAR;
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
