package org.handrail.standalone.erasure;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Looks at every byte of every file below a directory. */
public final class FileTraces {

    private static final int CHUNK = 1 << 20;

    private FileTraces() {
    }

    /** Files may come and go meanwhile. */
    public static List<Trace> below(Path directory, Forms forms) {
        List<Trace> found = new ArrayList<>();
        files(directory).forEach(file -> in(file, directory, forms, found));
        return found;
    }

    static List<Path> files(Path directory) {
        try (var files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException | UncheckedIOException e) {
            throw new IllegalStateException("The directory can't be read", e);
        }
    }

    private static void in(Path file, Path directory, Forms forms, List<Trace> found) {
        int overlap = forms.byName().values().stream().mapToInt(form -> form.length).max().orElse(1) - 1;
        try (InputStream in = Files.newInputStream(file)) {
            byte[] window = new byte[overlap + CHUNK];
            int kept = 0;
            long before = 0;
            for (int read = in.readNBytes(window, kept, CHUNK); read > 0; read = in.readNBytes(window, kept, CHUNK)) {
                int length = kept + read;
                for (Map.Entry<String, byte[]> form : forms.byName().entrySet()) {
                    int at = indexOf(window, length, form.getValue());
                    if (at >= 0) {
                        found.add(new Trace(directory.relativize(file) + " at " + (before + at), form.getKey()));
                    }
                }
                kept = Math.min(overlap, length);
                before += length - kept;
                System.arraycopy(window, length - kept, window, 0, kept);
            }
        } catch (NoSuchFileException e) {
            // deleted meanwhile, and with it whatever it held
            return;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static int indexOf(byte[] where, int length, byte[] what) {
        for (int at = 0; at <= length - what.length; at++) {
            int same = 0;
            while (same < what.length && where[at + same] == what[same]) {
                same++;
            }
            if (same == what.length) {
                return at;
            }
        }
        return -1;
    }
}
