package org.handrail.standalone.bench.jdbc;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The keys and indexes of a table that is being filled: taken off before, built again afterwards, as they were. */
record LaidAside(String table, List<String> again) {

    static LaidAside takenFrom(Sql sql, String table) throws SQLException {
        List<String> keys = new ArrayList<>();
        for (String name : sql.texts("""
                select conname from pg_constraint
                where conrelid = ?::regclass and contype in ('f', 'p', 'u') order by contype""", table)) {
            keys.add("alter table " + table + " add constraint " + name + " " + sql.texts("""
                    select pg_get_constraintdef(oid) from pg_constraint
                    where conrelid = ?::regclass and conname = ?""", table, name).get(0));
            sql.run("alter table " + table + " drop constraint " + name);
        }
        List<String> again = new ArrayList<>(sql.texts(
                "select pg_get_indexdef(indexrelid) from pg_index where indrelid = ?::regclass", table));
        for (String index : sql.texts(
                "select indexrelid::regclass from pg_index where indrelid = ?::regclass", table)) {
            sql.run("drop index " + index);
        }
        // a foreign key is checked last, with the primary keys in place
        keys.forEach(key -> again.add(key.contains("FOREIGN KEY") ? again.size() : 0, key));
        return new LaidAside(table, again);
    }

    void buildAgain(Sql sql) throws SQLException {
        for (String statement : again) {
            sql.run(statement);
        }
    }
}
