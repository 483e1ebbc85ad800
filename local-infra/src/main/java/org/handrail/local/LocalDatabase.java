package org.handrail.local;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** A database of the local server and the account that owns it. */
public record LocalDatabase(String jdbcUrl, String user, String password) {

    public Connection connect() throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        return DriverManager.getConnection(jdbcUrl, properties);
    }

    /** Without the password, which must not reach a log. */
    @Override
    public String toString() {
        return jdbcUrl + " as " + user;
    }
}
