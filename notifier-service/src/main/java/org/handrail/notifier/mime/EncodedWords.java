package org.handrail.notifier.mime;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** RFC 2047: words of a header that are not ASCII. */
final class EncodedWords {

    private static final Pattern WORD =
            Pattern.compile("=\\?([^?*\\s]{1,40})(?:\\*[^?\\s]{0,40})?\\?([bBqQ])\\?([^?]{0,2000})\\?=");
    private static final Pattern BETWEEN = Pattern.compile("(\\?=)\\s+(=\\?)");

    private EncodedWords() {
    }

    static String decode(String value) {
        if (!value.contains("=?")) {
            return Charsets.decode(value.getBytes(StandardCharsets.ISO_8859_1), "");
        }
        Matcher word = WORD.matcher(BETWEEN.matcher(value).replaceAll("$1$2"));
        return word.replaceAll(found -> Matcher.quoteReplacement(
                decode(found.group(1), found.group(2), found.group(3))));
    }

    private static String decode(String charset, String encoding, String text) {
        byte[] bytes = encoding.equalsIgnoreCase("b")
                ? Transfer.base64(text)
                : Transfer.quotedPrintable(text.replace('_', ' '));
        return Charsets.decode(bytes, charset);
    }
}
