package org.handrail.local.mailbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The mailbox's pages for people ({@code /}, {@code /mails/1}, {@code /mails/1/raw}) and its JSON for programs
 * ({@code /api/mails}, {@code /api/mails/1}; {@code DELETE /api/mails} empties it).
 */
public final class MailboxWeb implements AutoCloseable {

    private static final int SHOWN = 200;
    private static final Pattern LOOPBACK = Pattern.compile("(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d+)?");
    private static final Pattern MAIL = Pattern.compile("(/api)?/mails/(\\d{1,18})(/html|/raw)?");

    private final MailStore store;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(2, DaemonThreads.named("mailbox-web"));

    public MailboxWeb(int port, MailStore store) {
        this.store = store;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException("The mailbox can't listen on port " + port, e);
        }
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            answerTo(exchange).send(exchange);
        }
    }

    private WebAnswer answerTo(HttpExchange exchange) {
        // a page elsewhere whose name was pointed at this address must not read the mails
        String host = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Host")).orElse("");
        if (!LOOPBACK.matcher(host).matches()) {
            return WebAnswer.text(421, "The mailbox answers to localhost only");
        }
        String path = exchange.getRequestURI().getPath();
        String method = exchange.getRequestMethod();
        if (method.equals("DELETE") && path.equals("/api/mails")) {
            store.clear();
            return WebAnswer.json(List.of());
        }
        if (!method.equals("GET") && !method.equals("HEAD")) {
            return WebAnswer.text(405, "Only GET here");
        }
        if (path.equals("/")) {
            List<Envelope> all = store.envelopes();
            return WebAnswer.page(MailboxPages.list(newest(all), all.size()));
        }
        if (path.equals("/api/mails")) {
            return WebAnswer.json(newest(store.envelopes()).stream().map(MailSummary::of).toList());
        }
        return mail(MAIL.matcher(path)).orElseGet(() -> WebAnswer.text(404, "No such mail"));
    }

    private Optional<WebAnswer> mail(Matcher path) {
        if (!path.matches()) {
            return Optional.empty();
        }
        boolean api = path.group(1) != null;
        String form = Optional.ofNullable(path.group(3)).orElse("");
        return store.find(Long.parseLong(path.group(2))).map(mail -> switch (form) {
            case "/html" -> WebAnswer.foreignPage(mail.html());
            case "/raw" -> WebAnswer.download(mail.envelope().id() + ".eml", mail.raw());
            default -> api ? WebAnswer.json(MailContent.of(mail)) : WebAnswer.page(MailboxPages.mail(mail));
        });
    }

    private List<ReceivedMail> newest(List<Envelope> all) {
        List<Envelope> newest = new ArrayList<>(all.subList(Math.max(0, all.size() - SHOWN), all.size()));
        Collections.reverse(newest);
        return newest.stream().flatMap(envelope -> store.find(envelope.id()).stream()).toList();
    }

    /** A mail in the JSON list. */
    record MailSummary(long id, String receivedAt, String from, List<String> recipients, String subject) {

        static MailSummary of(ReceivedMail mail) {
            Envelope envelope = mail.envelope();
            return new MailSummary(envelope.id(), envelope.receivedAt().toString(), envelope.from(),
                    envelope.recipients(), mail.subject());
        }
    }

    /** A whole mail in JSON. */
    record MailContent(MailSummary envelope, List<List<String>> headers, String text, String html, String raw) {

        static MailContent of(ReceivedMail mail) {
            return new MailContent(MailSummary.of(mail),
                    mail.headers().stream().map(header -> List.of(header.getName(), header.getValue())).toList(),
                    mail.text(), mail.html(), new String(mail.raw(), UTF_8));
        }
    }
}
