package org.handrail.notifier.mime;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/** Content-Transfer-Encodings, undone as far as they can be. */
final class Transfer {

    private Transfer() {
    }

    static byte[] bytes(Headers headers, List<String> body, int limit) {
        return switch (headers.first("content-transfer-encoding").toLowerCase(Locale.ROOT).strip()) {
            case "base64" -> base64(join(body, "", limit * 4 / 3));
            case "quoted-printable" -> quotedPrintable(join(body, "\n", limit));
            default -> join(body, "\n", limit).getBytes(StandardCharsets.ISO_8859_1);
        };
    }

    static String text(Headers headers, List<String> body, int limit) {
        return new String(bytes(headers, body, limit), StandardCharsets.ISO_8859_1);
    }

    static byte[] base64(String text) {
        StringBuilder digits = new StringBuilder(text.length());
        text.chars().filter(Transfer::isBase64).forEach(c -> digits.append((char) c));
        // a lone digit at the end holds no whole byte
        digits.setLength(digits.length() - (digits.length() % 4 == 1 ? 1 : 0));
        return Base64.getDecoder().decode(digits.toString());
    }

    static byte[] quotedPrintable(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '=') {
                bytes.write(c);
            } else if (i + 2 < text.length() && digit(text, i + 1) >= 0 && digit(text, i + 2) >= 0) {
                bytes.write(digit(text, i + 1) * 16 + digit(text, i + 2));
                i += 2;
            } else {
                int rest = i + 1;
                while (rest < text.length() && (text.charAt(rest) == ' ' || text.charAt(rest) == '\t')) {
                    rest++;
                }
                if (rest < text.length() && text.charAt(rest) == '\n') {
                    i = rest;
                } else {
                    bytes.write(c);
                }
            }
        }
        return bytes.toByteArray();
    }

    private static int digit(String text, int at) {
        return text.charAt(at) > 127 ? -1 : Character.digit(text.charAt(at), 16);
    }

    private static boolean isBase64(int c) {
        return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '+' || c == '/';
    }

    private static String join(List<String> lines, String between, int limit) {
        StringBuilder joined = new StringBuilder();
        for (String line : lines) {
            if (joined.length() >= limit) {
                break;
            }
            joined.append(line, 0, Math.min(line.length(), limit - joined.length())).append(between);
        }
        return joined.toString();
    }
}
