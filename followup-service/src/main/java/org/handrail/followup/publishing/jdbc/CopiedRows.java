package org.handrail.followup.publishing.jdbc;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads what {@code COPY ... (FORMAT binary)} sends, row after row and field after field in their order. A million
 * rows take about a third of the time that a result set takes, and the server may read in parallel for it.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-copy.html">The binary format</a>
 */
final class CopiedRows {

    private static final int SIGNATURE = 11;
    private static final int BUFFER = 1 << 16;
    private static final int LONGEST_KEPT = 64;
    private static final long MICROS = 1_000_000;
    /** 2000-01-01T00:00Z, from which PostgreSQL counts. */
    private static final long EPOCH = 946_684_800;

    private final DataInputStream in;
    private final byte[] bytes = new byte[1024];
    private final Map<Integer, String> texts = new HashMap<>();

    CopiedRows(InputStream copied) throws IOException {
        in = new DataInputStream(new BufferedInputStream(copied, BUFFER));
        in.skipNBytes(SIGNATURE + Integer.BYTES);
        in.skipNBytes(in.readInt());
    }

    /** @return false at the end */
    boolean next() throws IOException {
        return in.readShort() >= 0;
    }

    @Nullable UUID uuid() throws IOException {
        return in.readInt() < 0 ? null : new UUID(in.readLong(), in.readLong());
    }

    @Nullable Instant instant() throws IOException {
        if (in.readInt() < 0) {
            return null;
        }
        long micros = in.readLong();
        return Instant.ofEpochSecond(EPOCH + Math.floorDiv(micros, MICROS), Math.floorMod(micros, MICROS) * 1000);
    }

    /** 0 for null. */
    int integer() throws IOException {
        return in.readInt() < 0 ? 0 : in.readInt();
    }

    /** False for null. */
    boolean flag() throws IOException {
        return in.readInt() >= 0 && in.readBoolean();
    }

    /** The same few codes and zones come again and again: each is made once. */
    @Nullable String text() throws IOException {
        int length = in.readInt();
        if (length < 0) {
            return null;
        }
        if (length > bytes.length) {
            throw new EOFException("a code of " + length + " bytes");
        }
        in.readFully(bytes, 0, length);
        if (length > LONGEST_KEPT) {
            return new String(bytes, 0, length, StandardCharsets.UTF_8);
        }
        int hash = length;
        for (int i = 0; i < length; i++) {
            hash = hash * 31 + bytes[i];
        }
        String known = texts.get(hash);
        if (known == null || !same(known, length)) {
            known = new String(bytes, 0, length, StandardCharsets.UTF_8);
            texts.put(hash, known);
        }
        return known;
    }

    private boolean same(String known, int length) {
        if (known.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (known.charAt(i) != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
