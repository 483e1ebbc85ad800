package org.handrail.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * PostgreSQL refuses to run as root. As root, its programs run in a user namespace of their own, where they can reach
 * what root's files are but have no privilege; where namespaces are not allowed (some containers), as {@code nobody}.
 */
enum PostgresAccount {

    OURS(List.of()),
    NAMESPACE(List.of("unshare", "-U")),
    NOBODY(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"));

    private static final int NOBODY_ID = 65534;

    private final List<String> prefix;

    PostgresAccount(List<String> prefix) {
        this.prefix = prefix;
    }

    static PostgresAccount forThisProcess() {
        if (!isRoot()) {
            return OURS;
        }
        if (NAMESPACE.works()) {
            return NAMESPACE;
        }
        if (NOBODY.works()) {
            return NOBODY;
        }
        throw new IllegalStateException("PostgreSQL does not run as root, and this machine lets root neither make a user"
                + " namespace (unshare -U) nor become nobody (setpriv): run Handrail as another account");
    }

    List<String> command(Path program, List<String> arguments) {
        List<String> command = new ArrayList<>(prefix);
        command.add(program.toString());
        command.addAll(arguments);
        return command;
    }

    Path cache(Map<String, String> environment) {
        return this == NOBODY ? CacheDirectory.usable(CacheDirectory.temporary()) : CacheDirectory.find(environment);
    }

    /** Hands files over that the programs must own. */
    void give(Path file) {
        if (this == NOBODY) {
            try {
                Files.setPosixFilePermissions(file.getParent(), PosixFilePermissions.fromString("rwx--x--x"));
                Files.setAttribute(file, "unix:uid", NOBODY_ID);
                Files.setAttribute(file, "unix:gid", NOBODY_ID);
            } catch (IOException e) {
                throw new UncheckedIOException("PostgreSQL's files can't be given to nobody", e);
            }
        }
    }

    /** @throws IllegalStateException when the programs can't get at the directory */
    void checkReaches(Path directory) {
        if (this == NOBODY && !succeeds(command(Path.of("test"), List.of("-w", directory.toString())))) {
            throw new IllegalStateException("PostgreSQL runs as nobody here and can't reach " + directory
                    + ": put HANDRAIL_DATA_DIR where other accounts may pass, such as below /var/lib");
        }
    }

    private boolean works() {
        return succeeds(command(Path.of("sh"), List.of("-c", "test \"$(id -u)\" != 0 && id -un >/dev/null")));
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name")) || succeeds(List.of("sh", "-c", "test \"$(id -u)\" = 0"));
    }

    private static boolean succeeds(List<String> command) {
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor() == 0;
        } catch (IOException noSuchProgram) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
