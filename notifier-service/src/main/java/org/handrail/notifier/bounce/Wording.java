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
    private static final Pattern ADDRESS = Pattern.compile("<?[\\w.!#$%&'*+/=?^`{|}~-]{1,80}@[\\w.\\[\\]:-]{1,255}>?");
    /** Names of hosts say nothing, though they may be called antispam or policy. */
    private static final Pattern HOST = Pattern.compile("\\b(?:[\\w-]{1,63}\\.){1,8}[a-z][a-z-]{1,20}\\b(?!\\()");
    /** Lines of one answer repeat its codes. */
    private static final Pattern CONTINUED = Pattern.compile("\\s[45]\\d\\d-(?:[45]\\.\\d\\.\\d{1,3} )?");
    private static final int LONGEST = 20_000;

    private Wording() {
    }

    /** Empty when none of the words is known. */
    static Optional<Kind> meaning(String said) {
        String raw = said.length() > LONGEST ? said.substring(0, LONGEST) : said;
        String lower = raw.toLowerCase(Locale.ROOT).replace('\u2019', '\'').replace('\u2018', '\'');
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

    private static String plain(String lower) {
        String bare = LINK.matcher(CONTINUED.matcher(lower).replaceAll(" ")).replaceAll(" ");
        return HOST.matcher(ADDRESS.matcher(bare).replaceAll(" ~ ")).replaceAll(" ~ ").replaceAll("[\\s\"`]+", " ");
    }
}
