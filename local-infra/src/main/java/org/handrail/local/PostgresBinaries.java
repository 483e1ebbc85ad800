package org.handrail.local;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * PostgreSQL's programs, unpacked once from the class path into a cache directory. Several processes may do it at once:
 * each unpacks beside the place and the first rename wins.
 */
record PostgresBinaries(Path directory) {

    static PostgresBinaries unpackedBelow(Path cache) {
        URL archive = archive();
        try {
            Path place = cache.resolve("postgres-" + stamp(archive));
            if (!Files.isDirectory(place)) {
                unpack(archive, place);
            }
            return new PostgresBinaries(place);
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL can't be unpacked below " + cache, e);
        }
    }

    Path program(String name) {
        return directory.resolve("bin").resolve(name);
    }

    private static URL archive() {
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String system = os.contains("mac") ? "darwin" : os.contains("linux") ? "linux" : os;
        boolean arm = System.getProperty("os.arch").equals("aarch64");
        String name = "postgres-" + system + "-" + (arm ? "arm_64" : "x86_64") + ".txz";
        URL archive = PostgresBinaries.class.getResource("/" + name);
        if (archive == null) {
            throw new IllegalStateException("No PostgreSQL comes with Handrail for this kind of machine (" + name
                    + "): install PostgreSQL and Kafka and run the services on them");
        }
        return archive;
    }

    /** Changes when the archive does, without reading all of it. */
    private static String stamp(URL archive) throws IOException {
        URLConnection connection = archive.openConnection();
        return connection instanceof JarURLConnection jar
                ? Long.toHexString(jar.getJarEntry().getCrc())
                : Long.toString(connection.getContentLengthLong());
    }

    private static void unpack(URL archive, Path place) throws IOException {
        Path half = Files.createTempDirectory(place.getParent(), "unpacking-");
        Files.setPosixFilePermissions(half, CacheDirectory.READABLE);
        try (InputStream in = new BufferedInputStream(archive.openStream(), 1 << 16);
                var tar = new TarArchiveInputStream(new XZCompressorInputStream(in))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(entry, tar, half);
            }
        }
        try {
            Files.move(half, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            LocalDirectory.delete(half);
            if (!Files.isDirectory(place)) {
                throw e;
            }
        }
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path root) throws IOException {
        Path file = root.resolve(entry.getName()).normalize();
        if (!file.startsWith(root)) {
            throw new IOException("Entry outside of the archive");
        }
        if (entry.isDirectory()) {
            makeDirectory(file);
            return;
        }
        makeDirectory(file.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else if (entry.isFile()) {
            Files.copy(content, file);
            Files.setPosixFilePermissions(file,
                    PosixFilePermissions.fromString((entry.getMode() & 0100) != 0 ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }

    private static void makeDirectory(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            makeDirectory(directory.getParent());
            Files.createDirectory(directory);
            Files.setPosixFilePermissions(directory, CacheDirectory.READABLE);
        }
    }
}
