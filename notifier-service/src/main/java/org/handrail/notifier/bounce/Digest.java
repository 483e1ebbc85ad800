package org.handrail.notifier.bounce;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.handrail.notifier.mime.Headers;
import org.handrail.notifier.mime.MimeParser;
import org.handrail.notifier.mime.MimePart;

/** Tells a message from any other, and knows it again when it is fetched twice or copied to another folder. */
final class Digest {

    private Digest() {
    }

    /** What servers add when a message is fetched or copied is left out; the body makes an id alone no disguise. */
    static String of(byte[] message) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            MimePart parsed = MimeParser.parse(message);
            Headers headers = parsed.headers();
            for (String name : new String[] {"message-id", "date", "from", "to", "subject"}) {
                sha.update((headers.first(name) + "\n").getBytes(StandardCharsets.UTF_8));
            }
            // two reports may differ in nothing but the address that they came to
            sha.update(String.join(" ", Marks.in(parsed)).getBytes(StandardCharsets.UTF_8));
            String text = new String(message, StandardCharsets.ISO_8859_1).replace("\r\n", "\n");
            int body = text.indexOf("\n\n");
            sha.update(text.substring(Math.max(body, 0)).getBytes(StandardCharsets.ISO_8859_1));
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
