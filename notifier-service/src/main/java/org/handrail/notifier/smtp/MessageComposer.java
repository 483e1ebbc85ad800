package org.handrail.notifier.smtp;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.handrail.notifier.dkim.DkimSigner;
import org.handrail.notifier.dkim.FinishedMessage;
import org.handrail.notifier.template.RenderedMail;
import org.handrail.notifier.template.RenderedMail.Calendar;

/** Makes the bytes of a message: each once, and what is the same in all of them at start. Thread-safe. */
public final class MessageComposer {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss '+0000'", Locale.US).withZone(ZoneOffset.UTC);

    private final Sender sender;
    private final DkimSigner signer;
    private final byte[] sameInAll;

    public MessageComposer(Sender sender, DkimSigner signer) {
        this.sender = sender;
        this.signer = signer;
        this.sameInAll = ("From: " + sender.from() + "\r\n"
                + (sender.replyTo() == null ? "" : "Reply-To: " + sender.replyTo() + "\r\n")
                + "Auto-Submitted: auto-generated\r\n"
                + "List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n"
                + "MIME-Version: 1.0\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    OutgoingMessage compose(RenderedMail mail, Recipient recipient) {
        String token = mail.returnPathToken();
        MessageBytes message = new MessageBytes()
                .line("Date: " + DATE.format(mail.date()))
                .raw(sameInAll)
                .header("To", "<" + recipient.address() + ">")
                .header("Message-ID", "<" + token + "@" + sender.domain() + ">")
                .header("Subject", HeaderText.of("Subject", mail.subject()))
                .header("List-Unsubscribe", "<" + mail.unsubscribeUrl() + ">")
                .header("Content-Language", mail.language());
        int bodyAt = mail.calendar() == null ? texts(message, mail) : textsAndCalendar(message, mail, mail.calendar());
        byte[] signatures =
                signer.sign(new FinishedMessage(message.buffer(), bodyAt, message.length()), mail.date());
        return new OutgoingMessage(sender.returnPathFor(token), recipient, token, message.after(signatures));
    }

    /** @return where the header ends */
    private static int texts(MessageBytes message, RenderedMail mail) {
        String boundary = "=_" + mail.returnPathToken();
        message.line("Content-Type: multipart/alternative;").line(" boundary=\"" + boundary + "\"").crlf();
        int bodyAt = message.length();
        message.line("--" + boundary)
                .line("Content-Type: text/plain; charset=UTF-8").content(mail.text())
                .line("--" + boundary)
                .line("Content-Type: text/html; charset=UTF-8").content(mail.html())
                .line("--" + boundary + "--");
        return bodyAt;
    }

    /** A file beside the texts and not a third form of them, so that no mail program shows it in their stead. */
    private static int textsAndCalendar(MessageBytes message, RenderedMail mail, Calendar calendar) {
        String boundary = "=_with-" + mail.returnPathToken();
        message.line("Content-Type: multipart/mixed;").line(" boundary=\"" + boundary + "\"").crlf();
        int bodyAt = message.length();
        message.line("--" + boundary);
        texts(message, mail);
        message.line("--" + boundary)
                .line("Content-Type: text/calendar; charset=UTF-8; method=" + calendar.method() + ";")
                .line(" name=\"appointment.ics\"")
                .line("Content-Disposition: attachment; filename=\"appointment.ics\"").content(calendar.content())
                .line("--" + boundary + "--");
        return bodyAt;
    }
}
