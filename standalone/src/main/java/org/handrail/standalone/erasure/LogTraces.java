package org.handrail.standalone.erasure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.record.FileRecords;
import org.apache.kafka.common.record.Record;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/**
 * Looks into the segments of a broker's logs: batches are compressed, so that their bytes do not show what they hold.
 * To be used beside {@link FileTraces}, which sees what no log counts any more.
 */
public final class LogTraces {

    private LogTraces() {
    }

    public static List<Trace> below(Path directory, Forms forms) {
        List<Trace> found = new ArrayList<>();
        FileTraces.files(directory).stream().filter(file -> file.toString().contains(".log"))
                .forEach(file -> in(file, directory, forms, found));
        return found;
    }

    private static void in(Path file, Path directory, Forms forms, List<Trace> found) {
        try {
            FileRecords records = FileRecords.open(file.toFile(), false);
            try {
                records.records().forEach(record -> in(record, directory.relativize(file), forms, found));
            } finally {
                // to close it would also cut off what the broker has written since
                records.closeHandlers();
            }
        } catch (NoSuchFileException e) {
            return;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void in(Record record, Path segment, Forms forms, List<Trace> found) {
        parts(record).forEach(part -> forms.byName().forEach((name, form) -> {
            if (FileTraces.indexOf(part, part.length, form) >= 0) {
                found.add(new Trace(segment + " record " + record.offset(), name));
            }
        }));
    }

    private static List<byte[]> parts(Record record) {
        return Stream.concat(Stream.of(bytes(record.key()), bytes(record.value())),
                Stream.of(record.headers()).map(Header::value)).filter(part -> part != null).toList();
    }

    private static byte @Nullable [] bytes(@Nullable ByteBuffer buffer) {
        return buffer == null ? null : Utils.toArray(buffer);
    }
}
