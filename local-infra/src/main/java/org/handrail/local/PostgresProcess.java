package org.handrail.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A running server under a small shell that watches over it: the shell stops the server as soon as its input ends, which
 * happens also when this process is killed, so that no server is left behind. Both are in a session of their own, for
 * Ctrl-C at the terminal is meant for Handrail, which stops the server last.
 */
final class PostgresProcess {

    private static final Duration READY_WITHIN = Duration.ofSeconds(60);
    private static final Duration STOPPED_WITHIN = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final String WATCH = """
            exec 3<&0 </dev/null
            "$@" 3<&- &
            server=$!
            ( read -r _ <&3; kill -INT $server ) &
            watcher=$!
            exec 3<&-
            wait $server
            status=$?
            kill $watcher 2>/dev/null
            exit $status
            """;

    private final Process shell;
    private final Path data;

    private PostgresProcess(Process shell, Path data) {
        this.shell = shell;
        this.data = data;
    }

    static PostgresProcess start(List<String> server, Path data, Path log) {
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
            command.add("/usr/bin/setsid");
        }
        command.addAll(List.of("sh", "-c", WATCH, "handrail-postgres"));
        command.addAll(server);
        try {
            Process shell = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            return new PostgresProcess(shell, data);
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL can't be started", e);
        }
    }

    /** False when it ended instead of becoming ready. */
    boolean awaitReady() {
        long deadline = System.nanoTime() + READY_WITHIN.toNanos();
        while (shell.isAlive() && System.nanoTime() < deadline) {
            if (PostmasterFile.of(data).filter(PostmasterFile::isReady).isPresent()) {
                return true;
            }
            pause(shell, PAUSE);
        }
        stop();
        return false;
    }

    void stop() {
        try {
            shell.getOutputStream().close();
        } catch (IOException alreadyGone) {
            // the wait below tells
        }
        if (!pause(shell, STOPPED_WITHIN)) {
            PostmasterFile.of(data).flatMap(PostmasterFile::process).ifPresent(ProcessHandle::destroyForcibly);
            shell.destroyForcibly();
        }
    }

    /** Ends a server that an earlier process left behind on this directory. */
    static void stopOrphan(Path data) {
        PostmasterFile.of(data).ifPresent(file -> file.process().ifPresentOrElse(PostgresProcess::end, () -> {
            if (file.numberIsInUse()) {
                // it belongs to somebody else by now, whom PostgreSQL would take for a running server
                PostmasterFile.delete(data);
            }
        }));
    }

    private static void end(ProcessHandle server) {
        try {
            Process signal = new ProcessBuilder("sh", "-c", "kill -INT " + server.pid()).start();
            pause(signal, STOPPED_WITHIN);
            server.onExit().get(STOPPED_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | ExecutionException | TimeoutException stillThere) {
            server.destroyForcibly();
            server.onExit().join();
        }
    }

    private static boolean pause(Process process, Duration atMost) {
        try {
            return process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for PostgreSQL", e);
        }
    }
}
