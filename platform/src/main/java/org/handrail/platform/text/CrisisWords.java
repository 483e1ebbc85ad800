package org.handrail.platform.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Phrases, in English and Spanish, after which somebody is told at once. Case, accents, apostrophes and punctuation
 * do not count; a phrase that ends in {@code *} also stands for longer words. Better once too often.
 */
public final class CrisisWords {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern APOSTROPHES = Pattern.compile("['\u2019\u02bc`\u00b4]");
    private static final Pattern NOT_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final List<String> phrases;

    /** @param lines a phrase each; blank ones and those that start with # are left out */
    public CrisisWords(Collection<String> lines) {
        this.phrases = lines.stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(line -> line.endsWith("*") ? " " + plain(line) : " " + plain(line) + " ")
                .toList();
    }

    /** The list that comes with Handrail. */
    public static CrisisWords shipped() {
        try (InputStream file = CrisisWords.class.getResourceAsStream("crisis-words.txt")) {
            if (file == null) {
                throw new IllegalStateException("crisis-words.txt is not on the class path");
            }
            return new CrisisWords(new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public boolean foundIn(String text) {
        String words = " " + plain(text) + " ";
        return phrases.stream().anyMatch(words::contains);
    }

    private static String plain(String text) {
        String bare = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        String joined = APOSTROPHES.matcher(bare).replaceAll("");
        return NOT_WORDS.matcher(joined.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }
}
