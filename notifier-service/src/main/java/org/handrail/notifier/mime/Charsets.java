package org.handrail.notifier.mime;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import org.jspecify.annotations.Nullable;

/** Bytes as text, by the character set they claim or the likeliest one. */
final class Charsets {

    private static final String ESCAPE = "\u001b$";

    private Charsets() {
    }

    /** @param claimed may be wrong, unknown or empty */
    static String decode(byte[] bytes, String claimed) {
        String latin = new String(bytes, StandardCharsets.ISO_8859_1);
        if (latin.contains(ESCAPE) && Charset.isSupported("ISO-2022-JP")) {
            return new String(bytes, Charset.forName("ISO-2022-JP"));
        }
        Charset charset = find(claimed);
        if (charset != null && !charset.equals(StandardCharsets.US_ASCII)) {
            return new String(bytes, charset);
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return latin;
        }
    }

    private static @Nullable Charset find(String name) {
        try {
            return name.isBlank() ? null : Charset.forName(name.strip());
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return null;
        }
    }
}
