package org.handrail.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A directory that one owner at a time has, in this process or another. The operating system takes the lock back when
 * the process ends in whatever way, so nothing is left to clean up after a kill -9. Temporary ones are deleted on close.
 */
public final class LocalDirectory implements AutoCloseable {

    private final Path path;
    private final boolean temporary;
    private final FileChannel channel;

    private LocalDirectory(Path path, boolean temporary, FileChannel channel) {
        this.path = path;
        this.temporary = temporary;
        this.channel = channel;
    }

    public static LocalDirectory temporary(String purpose) {
        try {
            return lock(Files.createTempDirectory("handrail-" + purpose + "-"), true);
        } catch (IOException e) {
            throw new UncheckedIOException("No temporary directory can be made", e);
        }
    }

    /** @throws DirectoryInUse when another owner has it */
    public static LocalDirectory kept(Path path) {
        return lock(path.toAbsolutePath().normalize(), false);
    }

    static LocalDirectory keptOrTemporary(@Nullable Path path, String purpose) {
        return path == null ? temporary(purpose) : kept(path);
    }

    private static LocalDirectory lock(Path path, boolean temporary) {
        FileChannel channel = null;
        try {
            OwnerOnly.createDirectories(path);
            channel = FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                throw new DirectoryInUse(path);
            }
            return new LocalDirectory(path, temporary, channel);
        } catch (OverlappingFileLockException | DirectoryInUse e) {
            closeQuietly(channel);
            throw new DirectoryInUse(path);
        } catch (IOException e) {
            closeQuietly(channel);
            throw new UncheckedIOException("The directory " + path + " can't be used", e);
        }
    }

    public Path path() {
        return path;
    }

    public Path resolve(String name) {
        return path.resolve(name);
    }

    public boolean isTemporary() {
        return temporary;
    }

    @Override
    public void close() {
        closeQuietly(channel);
        if (temporary) {
            delete(path);
        }
    }

    static void delete(Path path) {
        try (var files = Files.walk(path)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The temporary directory " + path + " can't be deleted", e);
        }
    }

    private static void closeQuietly(@Nullable FileChannel channel) {
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Somebody else has the directory. */
    public static final class DirectoryInUse extends IllegalStateException {

        private static final long serialVersionUID = 1L;

        DirectoryInUse(Path path) {
            super("The directory " + path + " is in use by another running Handrail");
        }
    }
}
