package org.handrail.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What a PostgreSQL server writes about itself into {@code postmaster.pid} of its data directory. */
record PostmasterFile(Path data, long pid, String status) {

    private static final String NAME = "postmaster.pid";
    private static final int STATUS_LINE = 7;

    static Optional<PostmasterFile> of(Path data) {
        try {
            List<String> lines = Files.readAllLines(data.resolve(NAME));
            String status = lines.size() > STATUS_LINE ? lines.get(STATUS_LINE).trim() : "";
            return Optional.of(new PostmasterFile(data, Long.parseLong(lines.get(0).trim()), status));
        } catch (NoSuchFileException notRunning) {
            return Optional.empty();
        } catch (IndexOutOfBoundsException | NumberFormatException halfWritten) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void delete(Path data) {
        try {
            Files.deleteIfExists(data.resolve(NAME));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isReady() {
        return status.equals("ready") && process().isPresent();
    }

    /** The server itself: not whoever got its process number after it died. */
    Optional<ProcessHandle> process() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process -> process.info().commandLine().orElse("").contains(data.toString()));
    }

    boolean numberIsInUse() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
    }
}
