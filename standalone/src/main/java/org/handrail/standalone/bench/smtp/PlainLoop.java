package org.handrail.standalone.bench.smtp;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Sends one mail to as many addresses as it is told to, over kept connections, one thread each, and keeps no record:
 * what Angus Mail does on this machine when nothing else is asked of it.
 */
final class PlainLoop {

    private final int port;
    private final int connections;
    private final Clock clock;
    private final String returnPath;
    private final String from;
    private final String subject;
    private final String unsubscribe;
    private final String language;
    private final String text;
    private final String html;
    private int sent;

    /** @param sample a mail of the other side's, the size and the wording of which are those of this one's */
    PlainLoop(int port, int connections, byte[] sample, Clock clock) throws MessagingException, IOException {
        this.port = port;
        this.connections = connections;
        this.clock = clock;
        MimeMessage message = new MimeMessage(session("x@example.org"), new ByteArrayInputStream(sample));
        String token = message.getMessageID().replaceAll("[<>]", "");
        this.returnPath = token;
        this.from = message.getFrom()[0].toString();
        this.subject = message.getSubject();
        this.unsubscribe = message.getHeader("List-Unsubscribe", null);
        this.language = message.getHeader("Content-Language", null);
        Multipart parts = (Multipart) message.getContent();
        this.text = (String) parts.getBodyPart(0).getContent();
        this.html = (String) parts.getBodyPart(1).getContent();
    }

    private static Session session(String returnPath) {
        Properties properties = new Properties();
        properties.put("mail.smtp.localhost", "localhost");
        properties.put("mail.smtp.from", returnPath);
        return Session.getInstance(properties);
    }

    /**
     * @param signing null: unsigned
     * @return mails a second
     */
    double send(int mails, @Nullable Signing signing) throws Exception {
        AtomicInteger left = new AtomicInteger(mails);
        int before = sent;
        sent += mails;
        return onEachConnection(mails, () -> sendWhile(left, before, signing));
    }

    /** As fast as the sink can take the mail, ready-made. */
    double limit(int mails, byte[] wire) throws Exception {
        SinkLimit limit = new SinkLimit(port, wire);
        return onEachConnection(mails, () -> limit.send(mails / connections));
    }

    private interface Sending {

        void run() throws Exception;
    }

    private double onEachConnection(int mails, Sending sending) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        long began = System.nanoTime();
        try {
            List<Future<?>> done = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                done.add(threads.submit(() -> {
                    sending.run();
                    return null;
                }));
            }
            for (Future<?> each : done) {
                each.get();
            }
        } finally {
            threads.shutdownNow();
        }
        return mails / ((System.nanoTime() - began) / 1e9);
    }

    private void sendWhile(AtomicInteger left, int before, @Nullable Signing signing) throws Exception {
        Session session = session(returnPath);
        try (Transport transport = session.getTransport("smtp")) {
            transport.connect("127.0.0.1", port, null, null);
            for (int number = left.getAndDecrement(); number > 0; number = left.getAndDecrement()) {
                MimeMessage message = message(session, before + number);
                if (signing != null) {
                    message = signing.sign(message);
                }
                transport.sendMessage(message, message.getAllRecipients());
            }
        }
    }

    private MimeMessage message(Session session, int number) throws MessagingException {
        MimeMessage message = new MimeMessage(session);
        message.setFrom(new InternetAddress(from));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(recipient(number)));
        message.setSubject(subject, "UTF-8");
        message.setSentDate(Date.from(clock.instant()));
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("List-Unsubscribe", unsubscribe);
        message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        message.setHeader("Content-Language", language);
        MimeBodyPart plain = new MimeBodyPart();
        plain.setText(text, "UTF-8");
        MimeBodyPart rich = new MimeBodyPart();
        rich.setText(html, "UTF-8", "html");
        message.setContent(new MimeMultipart("alternative", plain, rich));
        message.saveChanges();
        return message;
    }

    /** As long as the other side's addresses. */
    private static String recipient(int number) {
        return String.format("plain-%030d", number) + "@example.net";
    }
}
