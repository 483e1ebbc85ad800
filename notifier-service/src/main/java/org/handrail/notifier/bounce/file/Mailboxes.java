package org.handrail.notifier.bounce.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** The messages of a file, a folder, a maildir or an mbox, one after the other; a large mbox is never held whole. */
public final class Mailboxes {

    /** More of one message is not kept: a report says what it says at its beginning. */
    static final int LONGEST = 16 * 1024 * 1024;
    private static final Set<String> ONE_MESSAGE = Set.of("eml", "txt", "msg", "email", "bounce");

    /** @param name of the file within what was named, with #2 and so on for those of an mbox */
    public record Found(String name, byte[] message) {
    }

    /** Takes one after the other. */
    @FunctionalInterface
    public interface Taker {

        void take(Found found) throws IOException;
    }

    private Mailboxes() {
    }

    /** In the order of their names; what a mailbox keeps for itself is left out. */
    public static List<Path> files(Path named) throws IOException {
        if (Files.isRegularFile(named)) {
            return List.of(named);
        }
        try (Stream<Path> all = Files.walk(named)) {
            return all.filter(Files::isRegularFile).filter(file -> !isHidden(named.relativize(file))).sorted().toList();
        }
    }

    private static boolean isHidden(Path file) {
        for (Path part : file) {
            if (part.toString().startsWith(".") && !part.toString().startsWith("..")) {
                return true;
            }
        }
        Path folder = file.getParent();
        return folder != null && folder.getFileName().toString().equals("tmp");
    }

    /** @param name by which to call the file */
    public static void read(Path file, String name, Taker taker) throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            byte[] beginning = bytes.readNBytes(5);
            boolean mbox = new String(beginning, StandardCharsets.ISO_8859_1).equals("From ") && !isOne(file);
            if (!mbox) {
                byte[] rest = bytes.readNBytes(LONGEST - 5);
                byte[] whole = new byte[beginning.length + rest.length];
                System.arraycopy(beginning, 0, whole, 0, beginning.length);
                System.arraycopy(rest, 0, whole, beginning.length, rest.length);
                taker.take(new Found(name, whole));
                return;
            }
        }
        try (InputStream bytes = Files.newInputStream(file)) {
            Mbox.split(bytes, LONGEST, (number, message) -> taker.take(new Found(name + "#" + number, message)));
        }
    }

    private static boolean isOne(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return ONE_MESSAGE.contains(name.substring(name.lastIndexOf('.') + 1));
    }
}
