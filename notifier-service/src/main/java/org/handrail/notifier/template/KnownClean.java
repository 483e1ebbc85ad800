package org.handrail.notifier.template;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Looks through messages piece by piece and remembers the clean ones: most of a message stands in the one before it, too.
 * A piece is a line and what follows it, so that a word that begins in one and ends in the next is seen. Bounded;
 * thread-safe.
 */
final class KnownClean {

    private static final int MOST = 8_192;
    private static final int MOST_KINDS = 1_024;
    /** Further than any word of the list reaches into the next lines. */
    private static final int BEYOND = 48;
    /** Before what differs from a clean text; any piece that holds some of it begins after that, or in that line. */
    private static final int BEFORE = 256;

    private final Lint lint;
    private final Set<String> clean = ConcurrentHashMap.newKeySet();
    private final Map<String, char[]> cleanOfKind = new ConcurrentHashMap<>();

    KnownClean(Lint lint) {
        this.lint = lint;
    }

    boolean reveals(String text) {
        if (Disguises.mayRunBackwards(text)) {
            return lint.find(text).isPresent();
        }
        return anyReveals(text) || text.indexOf('<') >= 0
                && (anyReveals(Markup.withoutTags(text)) || anyReveals(Markup.visible(text)));
    }

    /** The same, quicker: only where it differs from a clean text of that kind. */
    boolean reveals(String kind, String text) {
        char[] known = cleanOfKind.get(kind);
        char[] now = text.toCharArray();
        int from = known == null ? 0 : Arrays.mismatch(known, now);
        if (from < 0) {
            return false;
        }
        String differs = known == null ? text : part(known, now, from, text);
        boolean reveals = reveals(differs);
        if (!reveals && 2 * differs.length() > text.length() && (known != null || cleanOfKind.size() < MOST_KINDS)) {
            cleanOfKind.put(kind, now);
        }
        return reveals;
    }

    /** From a line before the first difference, and never from inside a tag, to the word after the last. */
    private static String part(char[] known, char[] now, int from, String text) {
        int same = 0;
        int most = Math.min(known.length, now.length) - from;
        while (same < most && known[known.length - 1 - same] == now[now.length - 1 - same]) {
            same++;
        }
        int begin = text.lastIndexOf('\n', Math.max(0, from - BEFORE)) + 1;
        if (text.lastIndexOf('<', begin) > text.lastIndexOf('>', begin)) {
            begin = Math.max(0, text.lastIndexOf('<', begin));
        }
        return text.substring(begin, wordEnd(text, lineEnd(text, now.length - same)));
    }

    private boolean anyReveals(String text) {
        int at = 0;
        while (at < text.length()) {
            int next = lineEnd(text, at);
            if (!isBlank(text, at, next) && !isClean(text.substring(at, wordEnd(text, next)))) {
                return true;
            }
            at = next;
        }
        return false;
    }

    private static int lineEnd(String text, int from) {
        int line = text.indexOf('\n', from);
        return line < 0 ? text.length() : line + 1;
    }

    private static boolean isBlank(String text, int from, int to) {
        int i = from;
        while (i < to && text.charAt(i) <= ' ') {
            i++;
        }
        return i == to;
    }

    /** Never inside a word: what is cut off of one might be another. */
    private static int wordEnd(String text, int from) {
        int end = Math.min(text.length(), from + BEYOND);
        while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private boolean isClean(String piece) {
        if (clean.contains(piece)) {
            return true;
        }
        if (lint.find(piece, true).isPresent()) {
            return false;
        }
        if (clean.size() >= MOST) {
            clean.clear();
        }
        clean.add(piece);
        return true;
    }
}
