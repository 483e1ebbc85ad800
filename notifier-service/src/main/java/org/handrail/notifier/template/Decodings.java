package org.handrail.notifier.template;

import java.io.ByteArrayOutputStream;
import java.net.IDN;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a text becomes when it is decoded as mail programs, browsers and calendars do, in any order and again until nothing
 * changes: entities, tags and comments taken away, percent-encoding, quoted-printable, encoded words, base64, escapes,
 * folded lines, punycode.
 */
final class Decodings {

    /** Nobody writes mail that needs more; what does is not made to be read. */
    private static final int MOST = 64;

    private static final Pattern PERCENT = Pattern.compile("(?:%[0-9a-fA-F]{2})+");
    private static final Pattern WIDE_PERCENT = Pattern.compile("%u([0-9a-fA-F]{4})");
    private static final Pattern QUOTED = Pattern.compile("(?:=[0-9a-fA-F]{2})+|=[ \\t]*\\r?\\n");
    private static final Pattern ENCODED_WORD =
            Pattern.compile("=\\?([\\w-]{1,40})(?:\\*[\\w-]*)?\\?([bBqQ])\\?([^?\\s]*)\\?=(?:\\s+(?==\\?))?");
    private static final Pattern ESCAPE = Pattern.compile(
            "\\\\u(?:\\{([0-9a-fA-F]{1,6})}|([0-9a-fA-F]{4}))|\\\\x([0-9a-fA-F]{2})|\\\\([0-9a-fA-F]{1,6})|\\\\[nN]");
    /** In a style sheet a blank after an escape ends it and vanishes. */
    private static final Pattern ESCAPE_AND_END = Pattern.compile(ESCAPE.pattern().replace("{1,6})|", "{1,6})\\s?|"));
    private static final Pattern CONTINUED = Pattern.compile("\"?\\s*;\\s*[\\w-]+\\*\\d+\\*?=\"?");
    private static final Pattern FOLD = Pattern.compile("\\r?\\n[ \\t]");
    private static final Pattern PUNYCODE = Pattern.compile("xn--[a-z0-9-]+", Pattern.CASE_INSENSITIVE);

    private static final List<UnaryOperator<String>> ALL = List.of(
            text -> text.indexOf('<') < 0 ? text : Markup.withoutTags(text),
            text -> text.indexOf('<') < 0 ? text : Markup.visible(text),
            text -> text.indexOf('&') < 0 ? text : Entities.decode(text),
            Decodings::percent,
            Decodings::quoted,
            text -> !text.contains("=?") ? text : replace(ENCODED_WORD, text, Decodings::encodedWord),
            text -> text.indexOf('\\') < 0 ? text : replace(ESCAPE, text, Decodings::escape),
            text -> text.indexOf('\\') < 0 ? text : replace(ESCAPE_AND_END, text, Decodings::escape),
            text -> !text.contains("\n ") && !text.contains("\n\t") ? text : FOLD.matcher(text).replaceAll(""),
            text -> !text.contains("*1") ? text : CONTINUED.matcher(text).replaceAll(""),
            text -> !text.contains("--") ? text : replace(PUNYCODE, text, found -> host(found.group())),
            text -> Base64Text.decode(text, true),
            text -> Base64Text.decode(text, false));

    private static final List<UnaryOperator<String>> WITH_TAGS = ALL.subList(2, ALL.size());

    private Decodings() {
    }

    /**
     * The text itself first. Empty when there is no end to it.
     *
     * @param withTags the text's own tags are looked past elsewhere
     */
    static Optional<Set<String>> of(String text, boolean withTags) {
        Set<String> readings = new LinkedHashSet<>(List.of(text));
        ArrayDeque<String> open = new ArrayDeque<>(readings);
        while (!open.isEmpty()) {
            String reading = open.remove();
            for (UnaryOperator<String> decoding : withTags && reading == text ? WITH_TAGS : ALL) {
                String decoded = decoding.apply(reading);
                if (decoded != reading && readings.add(decoded)) {
                    open.add(decoded);
                }
            }
            if (readings.size() > MOST) {
                return Optional.empty();
            }
        }
        return Optional.of(readings);
    }

    private static String replace(Pattern pattern, String text, Function<MatchResult, String> by) {
        return pattern.matcher(text).replaceAll(found -> Matcher.quoteReplacement(by.apply(found)));
    }

    private static String percent(String text) {
        if (!isCoded(text, '%') && !text.contains("%u")) {
            return text;
        }
        String narrow = replace(PERCENT, text, found -> {
            ByteBuffer bytes = ByteBuffer.allocate(found.group().length() / 3);
            for (int i = 1; i < found.group().length(); i += 3) {
                bytes.put((byte) Integer.parseInt(found.group().substring(i, i + 2), 16));
            }
            return text(bytes.array(), StandardCharsets.UTF_8);
        });
        return replace(WIDE_PERCENT, narrow, found -> Character.toString(Integer.parseInt(found.group(1), 16)));
    }

    private static String quoted(String text) {
        return !isCoded(text, '=') ? text
                : replace(QUOTED, text, found -> quoted(found.group(), StandardCharsets.UTF_8));
    }

    private static String quoted(String text, Charset charset) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i + 2 < text.length() && hex(text, i + 1); i += 3) {
            bytes.write(Integer.parseInt(text.substring(i + 1, i + 3), 16));
        }
        return text(bytes.toByteArray(), charset);
    }

    /** By two figures of a hexadecimal number, or the end of the line. */
    private static boolean isCoded(String text, char sign) {
        for (int i = text.indexOf(sign); i >= 0 && i + 1 < text.length(); i = text.indexOf(sign, i + 1)) {
            if (text.charAt(i + 1) <= ' ' || i + 2 < text.length() && hex(text, i + 1)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hex(String text, int at) {
        return Character.digit(text.charAt(at), 16) >= 0 && Character.digit(text.charAt(at + 1), 16) >= 0;
    }

    private static String encodedWord(MatchResult found) {
        Charset charset = charset(found.group(1));
        String content = found.group(3);
        try {
            return found.group(2).equalsIgnoreCase("b") ? text(Base64.getMimeDecoder().decode(content), charset)
                    : replace(QUOTED, content.replace('_', ' '), part -> quoted(part.group(), charset));
        } catch (IllegalArgumentException notBase64) {
            return content;
        }
    }

    private static Charset charset(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalArgumentException unknown) {
            return StandardCharsets.UTF_8;
        }
    }

    private static String escape(MatchResult found) {
        for (int group = 1; group <= 4; group++) {
            if (found.group(group) != null) {
                int point = Integer.parseInt(found.group(group), 16);
                return Character.isValidCodePoint(point) ? Character.toString(point) : " ";
            }
        }
        return "\n";
    }

    private static String host(String label) {
        try {
            return IDN.toUnicode(label, IDN.ALLOW_UNASSIGNED);
        } catch (IllegalArgumentException noHost) {
            return label;
        }
    }

    private static String text(byte[] bytes, Charset charset) {
        return new String(bytes, charset);
    }
}
