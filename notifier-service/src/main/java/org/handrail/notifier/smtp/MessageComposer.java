package org.handrail.notifier.smtp;

import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import org.handrail.notifier.template.RenderedMail;

/** Makes the bytes of a message: each once, and what is the same in all of them at start. Thread-safe. */
final class MessageComposer {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss '+0000'", Locale.US).withZone(ZoneOffset.UTC);
    private static final Pattern BREAKS = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}]+");

    private final Sender sender;
    private final byte[] sameInAll;

    MessageComposer(Sender sender) {
        this.sender = sender;
        this.sameInAll = ("From: " + MimeUtility.fold(6, sender.from()) + "\r\n"
                + (sender.replyTo() == null ? "" : "Reply-To: " + MimeUtility.fold(10, sender.replyTo()) + "\r\n")
                + "Auto-Submitted: auto-generated\r\n"
                + "List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n"
                + "MIME-Version: 1.0\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    OutgoingMessage compose(RenderedMail mail, Recipient recipient) {
        String token = mail.returnPathToken();
        String boundary = "=_" + token;
        byte[] content = new MessageBytes()
                .line("Date: " + DATE.format(mail.date()))
                .raw(sameInAll)
                .line("To: <" + recipient.address() + ">")
                .line("Message-ID: <" + token + "@" + sender.domain() + ">")
                .line("Subject: " + subject(mail.subject()))
                .line("List-Unsubscribe: <" + mail.unsubscribeUrl() + ">")
                .line("Content-Language: " + mail.language())
                .line("Content-Type: multipart/alternative; boundary=\"" + boundary + "\"").crlf()
                .line("--" + boundary).textPart("plain", mail.text())
                .line("--" + boundary).textPart("html", mail.html())
                .line("--" + boundary + "--")
                .toArray();
        return new OutgoingMessage(sender.returnPathFor(token), recipient, token, content);
    }

    /** A line break in a header would begin another header. */
    private static String subject(String text) {
        String line = BREAKS.matcher(text).replaceAll(" ").replace("=?", "= ?").strip();
        try {
            return MimeUtility.fold(9, MimeUtility.encodeText(line, "UTF-8", null));
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("every JDK has UTF-8", e);
        }
    }
}
