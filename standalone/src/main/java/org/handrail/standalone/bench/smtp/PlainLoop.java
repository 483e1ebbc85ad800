package org.handrail.standalone.bench.smtp;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Sends as many mails as it is told to over kept connections, one thread each, and keeps no record: what Angus Mail does
 * on this machine when nothing else is asked of it.
 */
public final class PlainLoop {

    private static final int LINE = 76;
    private static final int TEXT_LINES = 8;
    private static final int HEADERS = 900;

    private final int port;
    private final int connections;
    private final String text;
    private final String html;

    private PlainLoop(int port, int connections, String text, String html) {
        this.port = port;
        this.connections = connections;
        this.text = text;
        this.html = html;
    }

    /** Mails about as long as those it is compared with: a short text, the rest HTML. */
    public static PlainLoop ofSize(long octets, int port, int connections) {
        String line = "x".repeat(LINE - 2) + "\n";
        String text = line.repeat(TEXT_LINES);
        long rest = Math.max(1, (octets - HEADERS) / LINE - TEXT_LINES);
        return new PlainLoop(port, connections, text, ("<p>" + "x".repeat(LINE - 9) + "</p>\n").repeat((int) rest));
    }

    /** @return mails a second */
    public double send(int mails) throws Exception {
        AtomicInteger left = new AtomicInteger(mails);
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        long began = System.nanoTime();
        try {
            List<Future<?>> done = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                done.add(threads.submit(() -> {
                    sendWhile(left);
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

    private void sendWhile(AtomicInteger left) throws MessagingException {
        Properties properties = new Properties();
        properties.put("mail.smtp.localhost", "localhost");
        Session session = Session.getInstance(properties);
        try (Transport transport = session.getTransport("smtp")) {
            transport.connect("127.0.0.1", port, null, null);
            for (int number = left.getAndDecrement(); number > 0; number = left.getAndDecrement()) {
                Message message = message(session, number);
                transport.sendMessage(message, message.getAllRecipients());
            }
        }
    }

    private Message message(Session session, int number) throws MessagingException {
        MimeMessage message = new MimeMessage(session);
        message.setFrom(new InternetAddress("frontdesk@example.org"));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress("plain" + number + "@example.net"));
        message.setSubject("Checking in", "UTF-8");
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("List-Unsubscribe", "<https://links.example.org/u/" + number + ">");
        message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        MimeBodyPart plain = new MimeBodyPart();
        plain.setText(text, "UTF-8");
        MimeBodyPart rich = new MimeBodyPart();
        rich.setText(html, "UTF-8", "html");
        message.setContent(new MimeMultipart("alternative", plain, rich));
        message.saveChanges();
        return message;
    }
}
