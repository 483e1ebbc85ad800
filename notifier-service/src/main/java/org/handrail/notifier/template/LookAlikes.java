package org.handrail.notifier.template;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Letters that characters of other scripts and symbols look like. */
final class LookAlikes {

    private static final String FILE = "/templates/notifier/look-alikes.txt";
    private static final Map<Integer, String> LETTERS = read();

    private LookAlikes() {
    }

    /** One small letter or two; null: it looks like none. */
    static @Nullable String of(int codePoint) {
        return LETTERS.get(codePoint);
    }

    /** A sign may as well be what it is, beside a word; a letter may not. */
    static boolean isSign(int codePoint) {
        boolean enclosedLetter = codePoint >= 0x1f100 && codePoint < 0x1f200;
        boolean braille = codePoint >= 0x2800 && codePoint < 0x2900;
        return !Character.isLetter(codePoint) && !enclosedLetter && !braille;
    }

    private static Map<Integer, String> read() {
        Map<Integer, String> letters = new HashMap<>();
        try (InputStream in = LookAlikes.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is missing");
            }
            new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" ")).forEach(line -> {
                        for (int i = 1; i < line.length; i++) {
                            letters.put(Integer.parseInt(line[i], 16), line[0]);
                        }
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(letters);
    }
}
