package org.handrail.standalone.bench.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.handrail.local.LocalDatabase;

/** Statements, one after the other on one connection. */
final class Sql implements AutoCloseable {

    private final Connection connection;

    Sql(LocalDatabase database) throws SQLException {
        this.connection = database.connect();
        run("set work_mem = '64MB'");
    }

    void run(String statement) throws SQLException {
        try (Statement run = connection.createStatement()) {
            run.execute(statement);
        }
    }

    /** @return how many rows it was about */
    int update(String statement, Object... values) throws SQLException {
        try (PreparedStatement run = connection.prepareStatement(statement)) {
            for (int i = 0; i < values.length; i++) {
                run.setObject(i + 1, values[i]);
            }
            return run.executeUpdate();
        }
    }

    void batch(String statement, Iterable<Object[]> rows) throws SQLException {
        try (PreparedStatement run = connection.prepareStatement(statement)) {
            for (Object[] row : rows) {
                for (int i = 0; i < row.length; i++) {
                    run.setObject(i + 1, row[i]);
                }
                run.addBatch();
            }
            run.executeBatch();
        }
    }

    /** The first column of every row. */
    List<String> texts(String query, Object... values) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (PreparedStatement run = connection.prepareStatement(query)) {
            for (int i = 0; i < values.length; i++) {
                run.setObject(i + 1, values[i]);
            }
            try (var rows = run.executeQuery()) {
                while (rows.next()) {
                    texts.add(rows.getString(1));
                }
            }
        }
        return texts;
    }

    void begin() throws SQLException {
        connection.setAutoCommit(false);
    }

    void commit() throws SQLException {
        connection.commit();
        connection.setAutoCommit(true);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
