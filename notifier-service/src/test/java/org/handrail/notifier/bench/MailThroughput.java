package org.handrail.notifier.bench;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.handrail.contract.Language;
import org.handrail.local.mailbox.SmtpSink;
import org.handrail.notifier.delivery.Mailer;
import org.handrail.notifier.smtp.Mailers;
import org.handrail.notifier.template.Reminders;
import org.handrail.notifier.template.RenderedMail;
import org.handrail.notifier.template.Rendering;

/**
 * How many messages a second leave: a plain Angus Mail loop with messages of the same size on as many connections,
 * then our mailer without and with rendering, in turns against the same sink. {@code main [MESSAGES [CONNECTIONS]]}.
 */
public final class MailThroughput {

    private interface Work {

        void send(int messages) throws Exception;
    }

    private MailThroughput() {
    }

    public static void main(String[] args) throws Exception {
        int messages = args.length > 0 ? Integer.parseInt(args[0]) : 20_000;
        int connections = args.length > 1 ? Integer.parseInt(args[1]) : 8;
        Rendering rendering = Reminders.rendering();
        for (Language language : Language.values()) {
            RenderedMail sample = rendering.render(Reminders.reminder("appointment-reminder", language, "Alex"));
            try (SmtpSink sink = SmtpSink.start();
                    var mailer = Mailers.to(sink.smtpUrl() + "?connections=" + connections)) {
                Work plain = count -> plainLoop(sink.port(), sample, count);
                Work sendOnly = count -> repeat(count, () -> check(mailer.send(sample)));
                Work renderAndSend = count -> repeat(count, () -> check(mailer.send(
                        rendering.render(Reminders.reminder("appointment-reminder", language, "Alex")))));
                for (int round = 1; round <= 4; round++) {
                    double base = perSecond(plain, messages, connections);
                    double sent = perSecond(sendOnly, messages, connections);
                    double rendered = perSecond(renderAndSend, messages, connections);
                    System.out.printf(Locale.ROOT, "%s round %d%s: plain Angus loop %,.0f/s; mailer %,.0f/s (%.2f);"
                            + " mailer with rendering %,.0f/s (%.2f)%n", language, round, round == 1 ? " (warm-up)" : "",
                            base, sent, sent / base, rendered, rendered / base);
                }
            }
        }
    }

    private static double perSecond(Work work, int messages, int threads) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        long start = System.nanoTime();
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                running.add(pool.submit(() -> {
                    work.send(messages / threads);
                    return null;
                }));
            }
            for (Future<?> one : running) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            pool.shutdownNow();
        }
        return messages / ((System.nanoTime() - start) / 1e9);
    }

    private static void repeat(int count, Runnable once) {
        for (int i = 0; i < count; i++) {
            once.run();
        }
    }

    private static void check(Mailer.SendOutcome outcome) {
        if (!(outcome instanceof Mailer.SendOutcome.Accepted)) {
            throw new IllegalStateException(outcome.toString());
        }
    }

    private static void plainLoop(int port, RenderedMail mail, int count) throws MessagingException {
        Properties properties = new Properties();
        properties.put("mail.smtp.from", "x@bounces.example.org");
        properties.put("mail.smtp.localhost", "bounces.example.org");
        Session session = Session.getInstance(properties);
        try (Transport transport = session.getTransport("smtp")) {
            transport.connect("127.0.0.1", port, null, null);
            for (int i = 0; i < count; i++) {
                MimeMessage message = message(session, mail);
                transport.sendMessage(message, message.getAllRecipients());
            }
        }
    }

    private static MimeMessage message(Session session, RenderedMail mail) throws MessagingException {
        MimeMessage message = new MimeMessage(session);
        message.setFrom(new InternetAddress("frontdesk@example.org"));
        message.setRecipient(MimeMessage.RecipientType.TO, new InternetAddress(mail.recipient()));
        message.setSubject(mail.subject(), "UTF-8");
        message.setSentDate(Date.from(mail.date()));
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("List-Unsubscribe", "<" + mail.unsubscribeUrl() + ">");
        message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        MimeBodyPart text = new MimeBodyPart();
        text.setText(mail.text(), "UTF-8");
        MimeBodyPart html = new MimeBodyPart();
        html.setText(mail.html(), "UTF-8", "html");
        message.setContent(new MimeMultipart("alternative", text, html));
        message.saveChanges();
        return message;
    }
}
