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
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * A server with moods: each connection has one of its own, drawn from a seed. It breaks off at any byte of what it reads
 * or writes, falls silent, puts off, refuses, answers before it is asked, speaks something else, or says that it has
 * taken what it throws away. It keeps an honest record of what it has taken.
 */
final class HostileSmtpServer implements Closeable {

    private static final int MESSAGES_A_CONNECTION = 3;

    /** @param answers instead of the usual ones, once a verb; {@code <stall>} and {@code <drop>} are none at all */
    record Mood(int readAtMost, int writeAtMost, Map<String, String> answers, boolean keepsNothing) {

        private static final Mood WELL = new Mood(Integer.MAX_VALUE, Integer.MAX_VALUE, Map.of(), false);

        /** Breaks off when it has read so much. */
        static Mood deafAfter(int bytes) {
            return new Mood(bytes, Integer.MAX_VALUE, Map.of(), false);
        }

        /** Breaks off when it has said so much. */
        static Mood dumbAfter(int bytes) {
            return new Mood(Integer.MAX_VALUE, bytes, Map.of(), false);
        }
    }

    private final ServerSocket listener;
    private final Supplier<Mood> moods;
    private final boolean pipelining;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final CountDownLatch closing = new CountDownLatch(1);
    /** Connections in a bad mood that got as far as a message's content. */
    private final AtomicInteger risky = new AtomicInteger();
    /** The return path's token of each message that it keeps. */
    final List<String> taken = new CopyOnWriteArrayList<>();
    /** Of each message that it says it keeps. */
    final List<String> thrownAway = new CopyOnWriteArrayList<>();

    HostileSmtpServer(long seed, boolean pipelining) throws IOException {
        this(new Whims(new Random(seed)), pipelining);
    }

    /** @param moods of one connection after the other */
    HostileSmtpServer(Supplier<Mood> moods, boolean pipelining) throws IOException {
        this.moods = moods;
        this.pipelining = pipelining;
        this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start(this::accept);
    }

    String url(String query) {
        return "smtp://127.0.0.1:" + listener.getLocalPort() + query;
    }

    int risky() {
        return risky.get();
    }

    @Override
    public void close() throws IOException {
        closing.countDown();
        listener.close();
        open.forEach(HostileSmtpServer::hangUp);
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                socket.setTcpNoDelay(true);
                open.add(socket);
                Mood mood = moods.get();
                start(() -> serve(socket, mood));
            } catch (IOException e) {
                return;
            }
        }
    }

    private record Whims(Random random) implements Supplier<Mood> {

        private static final List<String> VERBS = List.of("CONNECT", "EHLO", "MAIL", "RCPT", "DATA", "END");

        @Override
        public Mood get() {
            int never = Integer.MAX_VALUE;
            String verb = VERBS.get(random.nextInt(VERBS.size()));
            return switch (random.nextInt(12)) {
                case 0, 1, 2 -> new Mood(random.nextInt(3_000), never, Map.of(), false);
                case 3 -> new Mood(never, random.nextInt(500), Map.of(), false);
                case 4 -> new Mood(never, never, Map.of(verb, "<drop>"), false);
                case 5 -> new Mood(never, never, Map.of(verb, later()), false);
                case 6 -> new Mood(never, never, Map.of(verb, nonsense()), false);
                case 7 -> random.nextInt(4) > 0 ? Mood.WELL : new Mood(never, never, Map.of(verb, "<stall>"), false);
                case 8 -> new Mood(never, never, Map.of("DATA", "354 go on\n250 2.0.0 taken already"), true);
                case 9 -> random.nextInt(3) > 0 ? Mood.WELL : new Mood(never, never, Map.of(), true);
                default -> Mood.WELL;
            };
        }

        private String later() {
            return List.of("421 4.3.2 not now", "450 4.2.1 mailbox busy", "451 4.3.0 trouble", "452 4.3.1 full",
                    "451 4.7.1 too fast", "530 5.7.0 sign in first", "554 5.7.1 relay access denied").get(random.nextInt(7));
        }

        private String nonsense() {
            return List.of("banana", "250-one\n554 other", "999 no such code", "354 more", "250 " + "x".repeat(200_000),
                    "220-" + "hello\n220-".repeat(20_000) + "there", "", "250 ok\n250 ok\n250 ok").get(random.nextInt(8));
        }
    }

    private void serve(Socket socket, Mood mood) {
        try {
            new Dialogue(mood).run(socket);
        } catch (IOException | InterruptedException e) {
            // the client left, or the mood said so
        } finally {
            open.remove(socket);
            hangUp(socket);
        }
    }

    private static void hangUp(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // gone
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "hostile-smtp");
        thread.setDaemon(true);
        thread.start();
    }

    private final class Dialogue {

        private final Mood mood;
        private final Map<String, String> unusual;
        private InputStream in;
        private OutputStream out;
        private int read;
        private int written;
        private int messages;
        private String token = "";
        private boolean recipient;
        private boolean counted;

        private Dialogue(Mood mood) {
            this.mood = mood;
            this.unusual = new ConcurrentHashMap<>(mood.answers());
        }

        private void run(Socket socket) throws IOException, InterruptedException {
            in = new BufferedInputStream(socket.getInputStream());
            out = socket.getOutputStream();
            answer("CONNECT", "220 test ESMTP");
            for (String line = line(); !line.startsWith("QUIT"); line = line()) {
                String verb = line.split("[ :]")[0].toUpperCase(Locale.ROOT);
                switch (verb) {
                    case "EHLO" -> answer(verb, "250-test\n" + (pipelining ? "250-PIPELINING\n" : "") + "250 8BITMIME");
                    case "MAIL" -> mail(line);
                    case "RCPT" -> recipient = answer(verb, "250 2.1.5 ok").startsWith("250");
                    case "DATA" -> data();
                    default -> answer(verb, "250 ok");
                }
            }
        }

        private void mail(String line) throws IOException, InterruptedException {
            recipient = false;
            if (messages++ == MESSAGES_A_CONNECTION) {
                say("421 4.4.2 enough for today");
                throw new EOFException();
            }
            token = line.substring(line.indexOf('<') + 1, line.indexOf('@'));
            answer("MAIL", "250 2.1.0 ok");
        }

        private void data() throws IOException, InterruptedException {
            if (!recipient) {
                answer("DATA", "503 5.5.1 no recipient");
                return;
            }
            if (!answer("DATA", "354 go on").startsWith("354")) {
                return;
            }
            if (!counted && !mood.equals(Mood.WELL)) {
                counted = true;
                risky.incrementAndGet();
            }
            while (!line().equals(".")) {
                // the content is of no interest
            }
            // as servers do: kept first, said after; a refusal is decided before
            boolean refused = unusual.getOrDefault("END", "").matches("(?s)[45].*");
            if (!refused) {
                (mood.keepsNothing() ? thrownAway : taken).add(token);
            }
            answer("END", "250 2.0.0 queued");
        }

        private String answer(String verb, String usual) throws IOException, InterruptedException {
            String unusualOne = unusual.remove(verb);
            String answer = unusualOne == null ? usual : unusualOne;
            if (answer.equals("<drop>")) {
                throw new EOFException();
            }
            if (answer.equals("<stall>")) {
                closing.await();
            }
            say(answer);
            if (answer.startsWith("421")) {
                throw new EOFException();
            }
            return answer;
        }

        private void say(String answer) throws IOException {
            byte[] bytes = (answer.replace("\n", "\r\n") + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
            int most = Math.min(bytes.length, mood.writeAtMost() - written);
            out.write(bytes, 0, most);
            out.flush();
            written += most;
            if (most < bytes.length) {
                throw new EOFException();
            }
        }

        private String line() throws IOException {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            for (int b = in.read(); b != '\n'; b = in.read()) {
                if (b < 0 || ++read > mood.readAtMost()) {
                    throw new EOFException();
                }
                if (b != '\r') {
                    line.write(b);
                }
            }
            return line.toString(StandardCharsets.UTF_8);
        }
    }
}
