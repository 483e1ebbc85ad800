package org.handrail.notifier.smtp;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * An SMTP server of our own that does as the test says: each verb ({@code CONNECT, EHLO, HELO, STARTTLS, AUTH, MAIL,
 * RCPT, DATA, END, RSET, QUIT}) has its usual answer and a queue of unusual ones that are used up first.
 */
final class ScriptedSmtpServer implements Closeable {

    /** What to do instead of answering. */
    static final String DROP = "<drop>";
    static final String STALL = "<stall>";

    /** A message it took: after {@code END} it answered 2xx, or would have. */
    record Taken(int connection, String mail, String rcpt, String content) {
    }

    private final ServerSocket listener;
    private final Map<String, ConcurrentLinkedQueue<String>> script = new ConcurrentHashMap<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger connections = new AtomicInteger();
    private final CountDownLatch closing = new CountDownLatch(1);
    final List<String> commands = new CopyOnWriteArrayList<>();
    final List<Taken> taken = new CopyOnWriteArrayList<>();
    volatile List<String> extensions = List.of("PIPELINING", "DSN", "ENHANCEDSTATUSCODES", "8BITMIME");
    volatile int dropAfterContentBytes = Integer.MAX_VALUE;
    volatile SSLSocketFactory tls;
    volatile boolean implicitTls;

    ScriptedSmtpServer() throws IOException {
        listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start("scripted-smtp", this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    String url(String query) {
        return "smtp://127.0.0.1:" + port() + query;
    }

    /** The next answers to this verb, in order; then the usual one again. Several lines are separated by \n. */
    ScriptedSmtpServer next(String verb, String... answers) {
        script.computeIfAbsent(verb, v -> new ConcurrentLinkedQueue<>()).addAll(List.of(answers));
        return this;
    }

    int connections() {
        return connections.get();
    }

    void dropAll() {
        open.forEach(ScriptedSmtpServer::drop);
    }

    @Override
    public void close() throws IOException {
        closing.countDown();
        listener.close();
        dropAll();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                open.add(socket);
                int number = connections.incrementAndGet();
                start("scripted-smtp-" + number, () -> serve(socket, number));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket, int number) {
        try {
            new Dialogue(implicitTls ? secure(socket) : socket, number).run();
        } catch (IOException | InterruptedException e) {
            // the client left, or the script said so
        } finally {
            drop(socket);
            open.remove(socket);
        }
    }

    private Socket secure(Socket socket) throws IOException {
        SSLSocket secured = (SSLSocket) tls.createSocket(socket, null, socket.getPort(), true);
        secured.setUseClientMode(false);
        secured.startHandshake();
        return secured;
    }

    private static void drop(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // gone
        }
    }

    private static void start(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    private final class Dialogue {

        private final int number;
        private Socket socket;
        private InputStream in;
        private OutputStream out;
        private String mail = "";
        private String rcpt = "";

        private Dialogue(Socket socket, int number) throws IOException {
            this.number = number;
            use(socket);
        }

        private void use(Socket next) throws IOException {
            socket = next;
            in = new BufferedInputStream(next.getInputStream());
            out = next.getOutputStream();
        }

        private void run() throws IOException, InterruptedException {
            answer("CONNECT", "220 test ESMTP");
            for (String line = line(); ; line = line()) {
                commands.add(line);
                String verb = line.split("[ :]")[0].toUpperCase(Locale.ROOT);
                switch (verb) {
                    case "EHLO" -> answer(verb, ehlo());
                    case "MAIL" -> {
                        mail = line;
                        answer(verb, "250 2.1.0 ok");
                    }
                    case "RCPT" -> {
                        rcpt = line;
                        answer(verb, "250 2.1.5 ok");
                    }
                    case "DATA" -> {
                        if (answer(verb, "354 go on").startsWith("354")) {
                            content();
                        }
                    }
                    case "STARTTLS" -> {
                        if (answer(verb, "220 ready").startsWith("220")) {
                            use(secure(socket));
                        }
                    }
                    case "AUTH" -> answer(verb, "235 2.7.0 ok");
                    case "QUIT" -> {
                        answer(verb, "221 bye");
                        return;
                    }
                    default -> answer(verb, "250 ok");
                }
            }
        }

        private String ehlo() {
            StringBuilder answer = new StringBuilder("250-test");
            extensions.forEach(extension -> answer.append("\n250-").append(extension));
            int last = answer.lastIndexOf("250-");
            return answer.replace(last + 3, last + 4, " ").toString();
        }

        private void content() throws IOException, InterruptedException {
            ByteArrayOutputStream content = new ByteArrayOutputStream();
            String text;
            do {
                if (content.size() >= dropAfterContentBytes) {
                    throw new EOFException();
                }
                int b = in.read();
                if (b < 0) {
                    throw new EOFException();
                }
                content.write(b);
                text = b == '\n' ? content.toString(StandardCharsets.ISO_8859_1) : "";
            } while (!text.endsWith("\r\n.\r\n"));
            String plain = text.substring(0, text.length() - 3).replace("\r\n.", "\r\n");
            String verdict = script.getOrDefault("END", new ConcurrentLinkedQueue<>()).peek();
            if (verdict == null || !verdict.matches("(?s)[45].*")) {
                taken.add(new Taken(number, mail, rcpt, plain));
            }
            answer("END", "250 2.0.0 queued");
        }

        private String answer(String verb, String usual) throws IOException, InterruptedException {
            String scripted = script.getOrDefault(verb, new ConcurrentLinkedQueue<>()).poll();
            String answer = scripted == null ? usual : scripted;
            if (answer.equals(DROP)) {
                throw new EOFException();
            }
            if (answer.equals(STALL)) {
                closing.await();
            }
            boolean thenDrop = answer.endsWith(DROP);
            out.write((answer.replace(DROP, "").replace("\n", "\r\n") + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            if (thenDrop) {
                throw new EOFException();
            }
            return answer;
        }

        private String line() throws IOException {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            for (int b = in.read(); b != '\n'; b = in.read()) {
                if (b < 0) {
                    throw new EOFException();
                }
                line.write(b);
            }
            return line.toString(StandardCharsets.UTF_8).strip();
        }
    }
}
