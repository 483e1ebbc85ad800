package org.handrail.local.mailbox;

import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/** A mail as it arrived, byte for byte, and its envelope. What is asked of the content is parsed when it is asked. */
public record ReceivedMail(Envelope envelope, byte[] raw) {

    public String subject() {
        try {
            return Optional.ofNullable(message().getSubject()).orElse("");
        } catch (MessagingException unreadable) {
            return "";
        }
    }

    /** Unfolded, of the first header of that name. */
    public Optional<String> header(String name) {
        return headers().stream()
                .filter(header -> header.getName().equalsIgnoreCase(name))
                .map(Header::getValue)
                .findFirst();
    }

    public List<Header> headers() {
        try {
            return Collections.list(message().getAllHeaders()).stream()
                    .map(header -> new Header(header.getName(), header.getValue().replaceAll("\r?\n[ \t]+", " ")))
                    .toList();
        } catch (MessagingException unreadable) {
            return List.of();
        }
    }

    /** The first text/plain part, decoded; empty when there is none. */
    public String text() {
        return firstPart("text/plain").orElse("");
    }

    /** The first text/html part, decoded; empty when there is none. */
    public String html() {
        return firstPart("text/html").orElse("");
    }

    private Optional<String> firstPart(String type) {
        try {
            return firstPart(message(), type);
        } catch (MessagingException | IOException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<String> firstPart(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type)) {
            return Optional.of(part.getContent().toString());
        }
        if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                Optional<String> found = firstPart(parts.getBodyPart(i), type);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    /** For assertions that the methods here do not cover. */
    public MimeMessage message() {
        try {
            return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(raw));
        } catch (MessagingException e) {
            throw new UncheckedIOException(new IOException("Not a mail", e));
        }
    }
}
