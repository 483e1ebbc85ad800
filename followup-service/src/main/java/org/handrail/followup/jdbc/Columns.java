package org.handrail.followup.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Between instants and columns, and lists as arrays, so that one statement takes many rows. */
public final class Columns {

    private static final int UUID_LENGTH = 37;

    private Columns() {
    }

    public static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    public static Instant present(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    public static @Nullable UUID uuid(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    public static UUID id(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    public static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /**
     * For {@code ?::uuid[]}: one text that PostgreSQL reads at a go, where it would turn the elements of an array of
     * texts into ids one by one.
     */
    public static String ids(Collection<UUID> ids) {
        StringBuilder text = new StringBuilder(ids.size() * UUID_LENGTH + 2).append('{');
        for (UUID id : ids) {
            text.append(text.length() == 1 ? "" : ",").append(id);
        }
        return text.append('}').toString();
    }

    /** An array parameter; what is null stays null. */
    public static <T> @Nullable Object[] array(Collection<T> rows, Function<T, @Nullable Object> column) {
        return rows.stream().map(row -> text(column.apply(row))).toArray(String[]::new);
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
