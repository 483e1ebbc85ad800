package org.handrail.notifier.template.mustache;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What holds for every text: its size, what it is written with, where addresses stand. */
final class PlainRules {

    private static final int LONGEST = 8_000;
    /** No language has one, mail programs break none, and reading it in every way would take too long. */
    private static final Pattern LONG_WORD = Pattern.compile("\\S{121}");
    private static final int LONGEST_SUBJECT = 150;
    private static final int LONGEST_PREHEADER = 200;
    private static final int LONGEST_LABEL = 80;
    private static final int MOST_BLOCKS = 40;
    /**
     * Controls, characters that show nothing or change the direction, private and unassigned ones, halves of a pair,
     * separators of lines, and letters that are blank.
     */
    private static final Pattern UNSEEN = Pattern.compile(
            "[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\p{Cn}\\u2028\\u2029\\u034f\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f\\u2800\\u3164\\uffa0&&[^\\n]]");
    private static final Pattern HEAPED = Pattern.compile("\\p{M}{4,}");
    private static final Pattern ADDRESS = Pattern.compile("(?i)://|\\bwww\\.|\\bmailto:|@[\\p{L}\\p{N}-]+\\.[\\p{L}\\p{N}]");
    private static final Pattern MARKUP = Pattern.compile("</?[A-Za-z!][^<>]*>");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*([A-Za-z]+)\\s*}}");

    private PlainRules() {
    }

    /** What keeps the source from being read any further. */
    static void size(String source, Place place) {
        if (source.length() > LONGEST) {
            place.part("length").fault("has " + source.length() + " characters, and " + LONGEST + " are the most");
        }
        if (LONG_WORD.matcher(source).find()) {
            place.part("length").fault("of a word is more than 120 characters");
        }
    }

    /** Of the source, before it is read as anything. */
    static void source(String source, Place place) {
        int number = 0;
        for (String line : source.split("\n", -1)) {
            number++;
            Place at = place.part("line " + number);
            UNSEEN.matcher(line).results().map(found -> found.group().codePointAt(0)).distinct().limit(5)
                    .forEach(point -> at.fault(String.format(Locale.ROOT,
                            "holds U+%04X, which does not show, or shows otherwise than it reads", point)));
            if (HEAPED.matcher(line).find()) {
                at.fault("holds a letter under a heap of marks");
            }
        }
    }

    /** Of the whole of one wording. */
    static void text(MailTemplate text, Place place) {
        line(text.subject(), LONGEST_SUBJECT, place.part("subject"));
        line(text.preheader(), LONGEST_PREHEADER, place.part("preheader"));
        body(text.blocks(), place);
    }

    static void body(List<Block> blocks, Place place) {
        if (blocks.size() > MOST_BLOCKS) {
            place.part("length").fault("has " + blocks.size() + " blocks, and " + MOST_BLOCKS + " are the most");
        }
        for (int i = 0; i < blocks.size(); i++) {
            block(blocks.get(i), place.part("block " + (i + 1)));
        }
    }

    private static void line(Phrase phrase, int longest, Place place) {
        words(phrase, place);
        int length = Stream.of(SampleValues.named(), SampleValues.unnamed())
                .mapToInt(values -> phrase.render(values).length()).max().orElse(0);
        if (length > longest) {
            place.fault("would have " + length + " characters, and " + longest + " are the most");
        }
    }

    private static void block(Block block, Place place) {
        if (block instanceof Block.Action action) {
            link(action.label(), action.address(), place);
        } else if (block instanceof Block.Aside aside) {
            link(aside.label(), aside.address(), place);
        } else {
            block.phrases().forEach(phrase -> words(phrase, place));
        }
    }

    private static void link(Phrase label, Phrase address, Place place) {
        words(label, place);
        if (label.render(SampleValues.named()).length() > LONGEST_LABEL) {
            place.fault("has words longer than " + LONGEST_LABEL + " characters on its button");
        }
        Matcher only = PLACEHOLDER.matcher(address.source().strip());
        boolean linked = only.matches() && Placeholder.named(only.group(1)).filter(Placeholder::isLink).isPresent();
        if (!linked && !address.isFaulty()) {
            place.fault("must lead to one of " + links() + ", and nowhere else");
        }
    }

    /** Mail programs make links of addresses, and whoever reads along learns where they lead. */
    private static void words(Phrase phrase, Place place) {
        if (phrase.isFaulty()) {
            return;
        }
        phrase.placeholders().stream().filter(Placeholder::isLink).sorted().forEach(link ->
                place.fault("holds {{" + link.key() + "}}, which belongs in a line of its own: [words]({{"
                        + link.key() + "}})"));
        if (ADDRESS.matcher(phrase.source()).find()) {
            place.fault("holds an address; the only links are those of placeholders");
        }
        if (MARKUP.matcher(phrase.source()).find()) {
            place.fault("holds markup, which its reader would see as it is written here");
        }
        if (phrase.render(SampleValues.named()).isBlank() || phrase.render(SampleValues.unnamed()).isBlank()) {
            place.fault("would be empty");
        }
    }

    private static String links() {
        return Stream.of(Placeholder.values()).filter(Placeholder::isLink).map(link -> "{{" + link.key() + "}}")
                .reduce((one, other) -> one + ", " + other).orElseThrow();
    }
}
