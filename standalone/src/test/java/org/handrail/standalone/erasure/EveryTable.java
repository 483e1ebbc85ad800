package org.handrail.standalone.erasure;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Plants a row about one person into every table of the services that the database knows of, as
 * {@code every-table.txt} has it, and tells where rows are left.
 */
final class EveryTable {

    /** Where somebody lives, more or less: it goes from the rows, though it need not from the files. */
    static final String ZONE = "Antarctica/Troll";

    private static final String COLUMNS = """
            select c.table_schema || '.' || c.table_name as name, c.column_name, c.udt_name,
                exists (select from information_schema.key_column_usage k
                    join information_schema.table_constraints t using (constraint_schema, constraint_name)
                    where t.constraint_type = 'PRIMARY KEY' and k.table_schema = c.table_schema
                        and k.table_name = c.table_name and k.column_name = c.column_name) as in_key
            from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
            where c.table_schema in ('intake', 'followup', 'notifier') and t.table_type = 'BASE TABLE'
                and c.table_name <> 'flyway_schema_history' and c.is_identity = 'NO' and c.is_generated = 'NEVER'
            order by c.table_schema, c.table_name, c.ordinal_position
            """;
    private static final String STATISTICS = """
            select attname, false as of_index from pg_attribute
            where attrelid = cast(? as regclass) and attnum > 0 and coalesce(attstattarget, -1) <> 0
            union select c.relname || '.' || a.attname, true from pg_index i
            join pg_class c on c.oid = i.indexrelid join pg_attribute a on a.attrelid = i.indexrelid
            where i.indrelid = cast(? as regclass) and i.indkey[a.attnum - 1] = 0 and coalesce(a.attstattarget, -1) <> 0
            """;
    private static final Set<String> CLIENT_IDS = Set.of("client_id", "duplicate_id", "into_id", "last_client");

    private final Map<String, Map<String, String>> listed = new HashMap<>();
    private final Map<String, List<Column>> tables = new LinkedHashMap<>();
    private final Connection superuser;
    private final UUID client;
    private final String words;
    private final String time;

    private record Column(String table, String name, String type, boolean inKey) {
    }

    /**
     * @param superuser who alone may leave foreign keys and triggers aside
     * @param words     for every column of text that is not said to hold codes
     * @param time      for every column of time
     */
    EveryTable(Connection superuser, UUID client, String words, String time) throws SQLException, IOException {
        this.superuser = superuser;
        this.client = client;
        this.words = words;
        this.time = time;
        read();
        try (var statement = superuser.createStatement(); ResultSet row = statement.executeQuery(COLUMNS)) {
            while (row.next()) {
                tables.computeIfAbsent(row.getString("name"), name -> new ArrayList<>()).add(new Column(
                        row.getString("name"), row.getString("column_name"), row.getString("udt_name"),
                        row.getBoolean("in_key")));
            }
        }
    }

    /** Names in the list that no table or column has any more, and tables of nobody that name a client after all. */
    Set<String> wronglyListed() {
        Set<String> wrong = new TreeSet<>();
        listed.values().forEach(section -> wrong.addAll(section.keySet()));
        wrong.removeAll(tables.keySet());
        codes().forEach((table, codes) -> codes.keySet().stream()
                .filter(code -> tables.getOrDefault(table, List.of()).stream().noneMatch(c -> c.name().equals(code)))
                .forEach(code -> wrong.add(table + "." + code)));
        section("nobody").keySet().stream().filter(table -> tables.getOrDefault(table, List.of()).stream()
                .anyMatch(column -> column.name().equals("client_id"))).forEach(wrong::add);
        return wrong;
    }

    /** Columns, and terms of indexes, of which the planner would keep what people wrote, where no erasure looks. */
    Set<String> withStatistics() throws SQLException {
        Set<String> kept = new TreeSet<>();
        for (Map.Entry<String, List<Column>> table : planted().entrySet()) {
            Set<String> free = table.getValue().stream().filter(this::isFree).map(Column::name)
                    .collect(Collectors.toSet());
            try (PreparedStatement statement = superuser.prepareStatement(STATISTICS)) {
                statement.setString(1, table.getKey());
                statement.setString(2, table.getKey());
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        if (row.getBoolean("of_index") ? !free.isEmpty() : free.contains(row.getString("attname"))) {
                            kept.add(table.getKey() + "." + row.getString("attname"));
                        }
                    }
                }
            }
        }
        return kept;
    }

    private boolean isFree(Column column) {
        return Set.of("text", "varchar", "bpchar", "bytea", "_text", "jsonb").contains(column.type())
                && !column.name().endsWith("zone")
                && !codes().getOrDefault(column.table(), Map.of()).containsKey(column.name());
    }

    Map<String, String> section(String name) {
        return listed.getOrDefault(name, Map.of());
    }

    /** @return the tables that refused the row, and why */
    List<String> plant() throws SQLException {
        List<String> refused = new ArrayList<>();
        execute("set session_replication_role = replica");
        for (Map.Entry<String, List<Column>> table : planted().entrySet()) {
            List<Column> columns = table.getValue();
            String insert = "insert into " + table.getKey() + " ("
                    + String.join(", ", columns.stream().map(Column::name).toList()) + ") values ("
                    + String.join(", ", columns.stream().map(column -> "cast(? as " + column.type() + ")").toList())
                    + ")";
            try (PreparedStatement statement = superuser.prepareStatement(insert)) {
                for (int i = 0; i < columns.size(); i++) {
                    statement.setString(i + 1, value(columns.get(i)));
                }
                statement.executeUpdate();
            } catch (SQLException e) {
                refused.add(table.getKey() + ": " + e.getMessage());
            }
        }
        execute("set session_replication_role = origin");
        return refused;
    }

    /** Of what was planted. */
    Set<String> left() throws SQLException {
        Set<String> left = new TreeSet<>();
        for (Map.Entry<String, List<Column>> table : planted().entrySet()) {
            List<Column> known = table.getValue().stream()
                    .filter(column -> column.inKey() || column.type().equals("uuid")).toList();
            String select = "select count(*) from " + table.getKey() + " where " + String.join(" and ",
                    known.stream().map(column -> column.name() + " = cast(? as " + column.type() + ")").toList());
            try (PreparedStatement statement = superuser.prepareStatement(select)) {
                for (int i = 0; i < known.size(); i++) {
                    statement.setString(i + 1, value(known.get(i)));
                }
                try (ResultSet count = statement.executeQuery()) {
                    count.next();
                    if (count.getLong(1) > 0) {
                        left.add(table.getKey());
                    }
                }
            }
        }
        return left;
    }

    Set<String> all() {
        return planted().keySet();
    }

    private Map<String, List<Column>> planted() {
        Map<String, List<Column>> planted = new LinkedHashMap<>(tables);
        planted.keySet().removeAll(section("nobody").keySet());
        planted.keySet().removeAll(section("elsewhere").keySet());
        return planted;
    }

    private @Nullable String value(Column column) {
        String code = codes().getOrDefault(column.table(), Map.of()).get(column.name());
        if (code != null) {
            return code.equals("null") ? null
                    : code.replace("{client}", client.toString()).replace("{words}", words);
        }
        return switch (column.type()) {
            case "uuid" -> id(column).toString();
            case "text", "varchar", "bpchar", "bytea" -> column.name().endsWith("zone") ? ZONE : words;
            case "_text" -> "{\"" + words + "\"}";
            case "jsonb" -> "{\"text\":\"" + words + "\"}";
            case "bool" -> "false";
            case "timestamptz", "timestamp", "date" -> time;
            default -> "1";
        };
    }

    /** The same wherever rows refer to one another: {@code task.id} and {@code task_source.task_id}. */
    private UUID id(Column column) {
        String name = column.name().equals("id") ? column.table().replaceAll(".*\\.", "") + "_id" : column.name();
        return CLIENT_IDS.contains(name) ? client
                : UUID.nameUUIDFromBytes((name + client).getBytes(StandardCharsets.UTF_8));
    }

    private Map<String, Map<String, String>> codes() {
        Map<String, Map<String, String>> codes = new TreeMap<>();
        section("codes").forEach((table, columns) -> codes.put(table, Arrays.stream(columns.split(" "))
                .map(each -> each.split("=", 2)).collect(Collectors.toMap(each -> each[0], each -> each[1]))));
        return codes;
    }

    private void execute(String command) throws SQLException {
        try (var statement = superuser.createStatement()) {
            statement.execute(command);
        }
    }

    private void read() throws IOException {
        String section = "";
        try (var lines = new BufferedReader(new InputStreamReader(
                EveryTable.class.getResourceAsStream("/every-table.txt"), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("[")) {
                    section = line.substring(1, line.length() - 1);
                } else if (!line.isBlank() && !line.startsWith("#")) {
                    String[] parts = line.split(": ", 2);
                    if (listed.computeIfAbsent(section, name -> new TreeMap<>()).put(parts[0], parts[1]) != null) {
                        throw new IOException(parts[0] + " stands twice under " + section);
                    }
                }
            }
        }
    }
}
