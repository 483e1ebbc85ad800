package org.handrail.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A data directory of PostgreSQL and the programs that work on it. */
record PostgresCluster(LocalDirectory directory, PostgresAccount account, PostgresBinaries binaries, boolean durable) {

    static final String SUPERUSER = "postgres";

    Path data() {
        return data(directory.path());
    }

    static Path data(Path directory) {
        return directory.resolve("data");
    }

    Path log() {
        return directory.resolve("postgres.log");
    }

    /** Nothing when it was made before; a crash half-way leaves nothing that a later call would take for whole. */
    void make(String password) {
        if (Files.isDirectory(data())) {
            return;
        }
        Path half = directory.resolve("data.new");
        Path passwordFile = directory.resolve("initdb.password");
        try {
            if (Files.isDirectory(half)) {
                LocalDirectory.delete(half);
            }
            OwnerOnly.createDirectories(half);
            OwnerOnly.write(passwordFile, password + "\n");
            account.give(half);
            account.give(passwordFile);
            account.checkReaches(half);
            initialise(half, passwordFile);
            Files.move(half, data(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL's data directory can't be made", e);
        } finally {
            passwordFile.toFile().delete();
        }
    }

    private void initialise(Path data, Path passwordFile) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "-D", data.toString(), "-U", SUPERUSER, "--pwfile=" + passwordFile, "-A", "scram-sha-256",
                "-E", "UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"));
        if (!durable) {
            arguments.add("--no-sync");
        }
        Process initdb = new ProcessBuilder(account.command(binaries.program("initdb"), arguments))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .start();
        try {
            if (initdb.waitFor() != 0) {
                throw new IllegalStateException("PostgreSQL's data directory could not be made, see " + log());
            }
        } catch (InterruptedException e) {
            initdb.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while making PostgreSQL's data directory", e);
        }
    }

    PostgresProcess start(int port, int maxConnections, Map<String, String> overrides) {
        List<String> arguments = new ArrayList<>(List.of("-D", data().toString()));
        PostgresSettings.small(port, maxConnections).forEach((name, value) -> add(arguments, name, value));
        if (!durable) {
            PostgresSettings.FORGETFUL.forEach((name, value) -> add(arguments, name, value));
        }
        overrides.forEach((name, value) -> add(arguments, name, value));
        return PostgresProcess.start(account.command(binaries.program("postgres"), arguments), data(), log());
    }

    private static void add(List<String> arguments, String name, String value) {
        arguments.add("-c");
        arguments.add(name + "=" + value);
    }
}
