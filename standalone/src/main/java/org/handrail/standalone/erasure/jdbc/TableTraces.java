package org.handrail.standalone.erasure.jdbc;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.handrail.standalone.erasure.Forms;
import org.handrail.standalone.erasure.Trace;

/**
 * Looks through every row of every table of the database, all columns, whatever their type: a row as text has binary
 * columns in hexadecimal. Also through what the planner knows of the values.
 */
public final class TableTraces {

    private static final String TABLES = """
            select quote_ident(schemaname) || '.' || quote_ident(tablename) from pg_tables
            where schemaname not in ('pg_catalog', 'information_schema') order by 1
            """;
    private static final String STATISTICS = "(select schemaname, tablename, attname, most_common_vals::text,"
            + " histogram_bounds::text, most_common_elems::text from pg_stats)";

    private TableTraces() {
    }

    public static List<Trace> in(Connection database, Forms forms) throws SQLException {
        List<String> tables = new ArrayList<>(List.of(STATISTICS));
        try (var statement = database.createStatement(); ResultSet names = statement.executeQuery(TABLES)) {
            while (names.next()) {
                tables.add(names.getString(1));
            }
        }
        List<Trace> found = new ArrayList<>();
        for (String table : tables) {
            look(database, table, forms, found);
        }
        return found;
    }

    private static void look(Connection database, String table, Forms forms, List<Trace> found) throws SQLException {
        String query = "select count(*) from " + table + " as t where position(? in lower(t::text)) > 0";
        try (PreparedStatement select = database.prepareStatement(query)) {
            for (Map.Entry<String, byte[]> form : forms.byName().entrySet()) {
                select.setString(1, asText(form.getValue()));
                try (ResultSet count = select.executeQuery()) {
                    count.next();
                    if (count.getLong(1) > 0) {
                        found.add(new Trace((table.equals(STATISTICS) ? "pg_stats" : table) + ", "
                                + count.getLong(1) + " rows", form.getKey()));
                    }
                }
            }
        }
    }

    /** A row as text has neither zeros nor, for us, capitals. */
    private static String asText(byte[] form) {
        return new String(form, StandardCharsets.UTF_8).replace("\0", "").toLowerCase(Locale.ROOT);
    }
}
