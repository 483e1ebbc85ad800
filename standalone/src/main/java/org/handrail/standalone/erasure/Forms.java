package org.handrail.standalone.erasure;

import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The shapes that a text, an address for instance, may take in a file: plain, in other encodings, escaped as JSON or in
 * a URL, in base64 wherever it begins in what was encoded, in hexadecimal.
 */
public record Forms(Map<String, byte[]> byName) {

    private static final int SHORTEST = 6;

    public Forms {
        byName = Map.copyOf(byName);
    }

    /** @throws IllegalArgumentException for a text so short that it would be found by chance */
    public static Forms of(String text) {
        if (text.length() < SHORTEST) {
            throw new IllegalArgumentException("A text to look for needs " + SHORTEST + " characters or more");
        }
        Map<String, byte[]> forms = new LinkedHashMap<>();
        List.of(text, text.toLowerCase(Locale.ROOT)).stream().distinct().forEach(each -> {
            String which = each.equals(text) ? "" : "-lower";
            put(forms, "utf-8" + which, each, StandardCharsets.UTF_8);
            put(forms, "utf-16le" + which, each, StandardCharsets.UTF_16LE);
            put(forms, "utf-16be" + which, each, StandardCharsets.UTF_16BE);
            put(forms, "hexadecimal" + which,
                    HexFormat.of().formatHex(each.getBytes(StandardCharsets.UTF_8)), StandardCharsets.US_ASCII);
            put(forms, "json-escaped" + which, escaped(each, true), StandardCharsets.US_ASCII);
            put(forms, "json-signs-escaped" + which, escaped(each, false), StandardCharsets.UTF_8);
            put(forms, "url" + which, URLEncoder.encode(each, StandardCharsets.UTF_8), StandardCharsets.US_ASCII);
            for (int before = 0; before < 3; before++) {
                put(forms, "base64-" + before + which, base64(each, before), StandardCharsets.US_ASCII);
            }
        });
        return new Forms(forms);
    }

    private static void put(Map<String, byte[]> forms, String name, String text, Charset charset) {
        byte[] bytes = text.getBytes(charset);
        if (forms.values().stream().noneMatch(known -> Arrays.equals(known, bytes))) {
            forms.put(name, bytes);
        }
    }

    private static String escaped(String text, boolean all) {
        return text.chars().mapToObj(c -> all || !Character.isLetterOrDigit(c)
                ? String.format("\\u%04x", c) : String.valueOf((char) c)).collect(Collectors.joining());
    }

    /** What stays the same whatever stands around: the first and last groups depend on their neighbours. */
    private static String base64(String text, int before) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        byte[] shifted = new byte[before + bytes.length];
        System.arraycopy(bytes, 0, shifted, before, bytes.length);
        String encoded = Base64.getEncoder().withoutPadding().encodeToString(shifted);
        int from = before == 0 ? 0 : 4;
        return encoded.substring(from, shifted.length / 3 * 4);
    }
}
