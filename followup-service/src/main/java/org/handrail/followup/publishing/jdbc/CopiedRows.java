package org.handrail.followup.publishing.jdbc;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/**
 * Reads what {@code COPY ... (FORMAT binary)} sends, row after row and field after field in their order. A million
 * rows take a fraction of the time that a result set takes, and the server may read in parallel for it.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-copy.html">The binary format</a>
 */
final class CopiedRows implements AutoCloseable {

    private static final int SIGNATURE = 11;
    private static final int LONGEST_KEPT = 64;
    /** A power of two. */
    private static final int TEXTS_KEPT = 1024;
    private static final long MICROS = 1_000_000;
    /** 2000-01-01T00:00Z, from which PostgreSQL counts. */
    private static final long EPOCH = 946_684_800;

    private final CopyOut copy;
    private ByteBuffer row;
    private final @Nullable String[] texts = new @Nullable String[TEXTS_KEPT];

    CopiedRows(PGConnection connection, String query) throws SQLException {
        copy = connection.getCopyAPI().copyOut(query);
        row = received();
        row.position(SIGNATURE + Integer.BYTES);
        int extension = row.getInt();
        row.position(row.position() + extension);
    }

    private ByteBuffer received() throws SQLException {
        byte[] message = copy.readFromCopy();
        return ByteBuffer.wrap(message == null ? new byte[] {-1, -1} : message);
    }

    /** @return false at the end */
    boolean next() throws SQLException {
        if (!row.hasRemaining()) {
            row = received();
        }
        if (row.getShort() >= 0) {
            return true;
        }
        while (copy.readFromCopy() != null) {
            // nothing comes after the last row but the end of the command, which has to be read
        }
        return false;
    }

    @Nullable UUID uuid() {
        return row.getInt() < 0 ? null : new UUID(row.getLong(), row.getLong());
    }

    @Nullable Instant instant() {
        if (row.getInt() < 0) {
            return null;
        }
        long micros = row.getLong();
        return Instant.ofEpochSecond(EPOCH + Math.floorDiv(micros, MICROS), Math.floorMod(micros, MICROS) * 1000);
    }

    /** 0 for null. */
    int integer() {
        return row.getInt() < 0 ? 0 : row.getInt();
    }

    /** False for null. */
    boolean flag() {
        return row.getInt() >= 0 && row.get() != 0;
    }

    /** The same few codes and zones come again and again: each is made once. */
    @Nullable String text() {
        int length = row.getInt();
        if (length < 0) {
            return null;
        }
        int from = row.position();
        row.position(from + length);
        if (length > LONGEST_KEPT) {
            return made(from, length);
        }
        int hash = length;
        for (int i = from; i < from + length; i++) {
            hash = hash * 31 + row.get(i);
        }
        int slot = (hash ^ hash >>> 10) & TEXTS_KEPT - 1;
        String known = texts[slot];
        if (known == null || !same(known, from, length)) {
            known = made(from, length);
            texts[slot] = known;
        }
        return known;
    }

    private String made(int from, int length) {
        return new String(row.array(), from, length, StandardCharsets.UTF_8);
    }

    private boolean same(String known, int from, int length) {
        if (known.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (known.charAt(i) != row.get(from + i)) {
                return false;
            }
        }
        return true;
    }

    /** Also before the end. */
    @Override
    public void close() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }
}
