package org.handrail.notifier.bounce;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What servers say, in the order in which it counts: a refusal for our sake first, for it often speaks of addresses
 * too; what may pass next; and only then that an address does not exist.
 */
final class Wording {

    private static final Pattern LINK = Pattern.compile("https?://\\S+|<?mailto:\\S+");
    private static final Pattern ADDRESS = Pattern.compile("<?[\\w.!#$%&'*+/=?^`{|}~-]{1,80}@(?:\\[[\\w.:]{1,60}]|[\\w.-]{1,255})>?");
    /** Names of hosts say nothing, though they may be called antispam or policy. */
    private static final Pattern HOST = Pattern.compile("\\b(?:[\\w-]{1,63}\\.){1,8}[a-z][a-z-]{1,20}\\b(?!\\()");
    /** Lines of one answer repeat its codes. */
    private static final Pattern CONTINUED = Pattern.compile("\\s[45]\\d\\d-(?:[45]\\.\\d\\.\\d{1,3} )?");
    /** Fields of the mail that came back, quoted: whoever wrote it wrote about anything. */
    private static final Pattern ECHO = Pattern.compile("(?m)^[ \\t>|]*(?:subject|betreff|asunto|objet|oggetto|assunto|onderwerp|temat|тема|件名|主题"
            + "|sent|date|from|cc|reply-to|message-id|(?:original )?message id|x-[\\w-]{1,40}|mail from|received)\\s{0,3}:.*$");
    /** What gateways write below everything that they let through. */
    private static final Pattern SCANNED = Pattern.compile("(?:scanned|checked|swept|screened) (?:for|by|with|and (?:is|was|found|cleared)|against)\\b[^.!<\\n]{0,40}(?:\\n[^.!<\\n]{0,80}){0,2}");
    /** One maker of servers guesses at reasons after it said that there is nobody. */
    private static final Pattern GUESS = Pattern.compile("(?<=may not exist,) they may be blacklisted");
    private static final int LONGEST = 9_000;

    private Wording() {
    }

    /** Empty when none of the words is known. */
    static Optional<Kind> meaning(String said) {
        String lower = lower(said);
        String words = plain(lower);
        if (OursWords.LISTS.matcher(lower).find() || OursWords.WORDS.matcher(words).find()) {
            return Optional.of(Kind.OURS);
        }
        if (SoftWords.WORDS.matcher(words).find()) {
            return Optional.of(Kind.SOFT);
        }
        return HardWords.CODES.matcher(lower).find() || HardWords.WORDS.matcher(words).find()
                ? Optional.of(Kind.HARD) : Optional.empty();
    }

    /** In so many words, and nothing else. */
    static boolean saysNoSuchUser(String said) {
        return HardWords.PLAIN.matcher(plain(lower(said))).find();
    }

    /** That it was refused, and that it was for somebody. */
    static boolean mayMeanTheRecipient(String said) {
        String words = plain(lower(said));
        return HardWords.WEAK.matcher(words).find() || HardWords.WORDS.matcher(words).find();
    }

    private static String lower(String said) {
        String raw = said.length() > LONGEST ? said.substring(0, LONGEST) : said;
        return raw.toLowerCase(Locale.ROOT).replace('\u2019', '\'').replace('\u2018', '\'');
    }

    private static String plain(String lower) {
        String own = SCANNED.matcher(ECHO.matcher(lower).replaceAll(" ")).replaceAll(" ");
        String stated = GUESS.matcher(CONTINUED.matcher(own).replaceAll(" ")).replaceAll(" ");
        String bare = LINK.matcher(stated).replaceAll(" ");
        return HOST.matcher(ADDRESS.matcher(bare).replaceAll(" ~ ")).replaceAll(" ~ ").replaceAll("[\\s\"`]+", " ");
    }
}
