package org.handrail.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Where unpacked programs are kept between runs: only places that nobody but this account can write to. */
final class CacheDirectory {

    /** Whatever the umask: the programs may have to run as another account. */
    static final Set<PosixFilePermission> READABLE = PosixFilePermissions.fromString("rwxr-xr-x");

    private CacheDirectory() {
    }

    /** HANDRAIL_CACHE_DIR, the account's cache directory, or one below the temporary directory when HOME is read-only. */
    static Path find(Map<String, String> environment) {
        String chosen = environment.get("HANDRAIL_CACHE_DIR");
        if (chosen != null && !chosen.isBlank()) {
            return usable(Path.of(chosen).toAbsolutePath());
        }
        return Stream.of(home(), temporary())
                .filter(CacheDirectory::isUsable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Neither " + home() + " nor " + temporary()
                        + " can be written to by this account alone: name a directory in HANDRAIL_CACHE_DIR"));
    }

    /** One that other accounts can read, for programs that run as another account. */
    static Path temporary() {
        return Path.of(System.getProperty("java.io.tmpdir"), "handrail-" + System.getProperty("user.name"));
    }

    private static Path home() {
        return Path.of("/").resolve(System.getProperty("user.home")).resolve(".cache/handrail");
    }

    static Path usable(Path path) {
        if (!isUsable(path)) {
            throw new IllegalStateException("The directory " + path + " can't be written to by this account alone");
        }
        return path;
    }

    private static boolean isUsable(Path path) {
        try {
            if (!Files.isDirectory(path)) {
                Files.createDirectories(path.getParent());
                Files.createDirectory(path);
                Files.setPosixFilePermissions(path, READABLE);
            }
            return Files.isWritable(path) && isOurs(path);
        } catch (IOException | UncheckedIOException notWritable) {
            return false;
        }
    }

    private static boolean isOurs(Path path) throws IOException {
        Path probe = Files.createTempFile(path, "probe", null);
        UserPrincipal us = Files.getOwner(probe);
        Files.delete(probe);
        boolean othersWrite = Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS).stream()
                .anyMatch(permission -> permission.name().matches("(GROUP|OTHERS)_WRITE"));
        return Files.getOwner(path, LinkOption.NOFOLLOW_LINKS).equals(us) && !othersWrite;
    }
}
