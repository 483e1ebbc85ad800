package org.handrail.local;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A real PostgreSQL server as a child of this process, on the loopback interface, with a password (SCRAM). It ends with
 * this process, however that ends. A kept directory survives restart and kill -9 and is written through to the disk; a
 * temporary one is not, which makes tests fast.
 */
public final class LocalPostgres implements AutoCloseable {

    /** Owner of the databases; may make more of them, and is no superuser. */
    public static final String USER = "handrail";

    private final LocalDirectory directory;
    private final PostgresProcess process;
    private final int port;
    private final String password;
    private boolean closed;

    private LocalPostgres(LocalDirectory directory, PostgresProcess process, int port, String password) {
        this.directory = directory;
        this.process = process;
        this.port = port;
        this.password = password;
    }

    public static Builder builder() {
        return new Builder();
    }

    public static LocalPostgres start() {
        return builder().start();
    }

    /** Stops a server that a killed process left running on the directory, which the caller must own. */
    public static void stopOrphan(Path dataDirectory) {
        PostgresProcess.stopOrphan(PostgresCluster.data(dataDirectory.toAbsolutePath().normalize()));
    }

    public int port() {
        return port;
    }

    public String jdbcUrl() {
        return database().jdbcUrl();
    }

    public String password() {
        return password;
    }

    /** The database {@code handrail}, which is always there. */
    public LocalDatabase database() {
        return database(USER);
    }

    /** An empty one of its own for whoever asks, named after the purpose. */
    public LocalDatabase newDatabase(String purpose) {
        String name = purpose.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "_") + "_"
                + Secrets.random().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "").substring(0, 10);
        try (Connection connection = database().connect(); Statement statement = connection.createStatement()) {
            statement.execute("create database \"" + name + "\"");
        } catch (SQLException e) {
            throw new IllegalStateException("The database for " + purpose + " can't be made", e);
        }
        return database(name);
    }

    private LocalDatabase database(String name) {
        return new LocalDatabase("jdbc:postgresql://127.0.0.1:" + port + "/" + name, USER, password);
    }

    /** Ends open connections and stops the server. Safe to call again. */
    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            try {
                process.stop();
            } finally {
                directory.close();
            }
        }
    }

    /** How to start a server. */
    public static final class Builder {

        private static final int TRIES_FOR_A_FREE_PORT = 3;

        private int port;
        private int maxConnections = 100;
        private @Nullable Path dataDirectory;
        private @Nullable Boolean durable;
        private @Nullable PostgresAccount account;
        private final Map<String, String> overrides = new HashMap<>();

        private Builder() {
        }

        /** 0, the default, takes any free one. */
        public Builder port(int port) {
            this.port = port;
            return this;
        }

        public Builder maxConnections(int maxConnections) {
            this.maxConnections = maxConnections;
            return this;
        }

        /** Kept after close, with the passwords in files that only the owner can read; without it all is temporary. */
        public Builder dataDirectory(Path dataDirectory) {
            this.dataDirectory = dataDirectory;
            return this;
        }

        /** Whether a commit is on the disk when it returns; by default when the directory is kept. */
        public Builder durable(boolean durable) {
            this.durable = durable;
            return this;
        }

        /** Any setting of the server, over those chosen here. */
        public Builder setting(String name, String value) {
            overrides.put(name, value);
            return this;
        }

        Builder account(PostgresAccount account) {
            this.account = account;
            return this;
        }

        /**
         * Returns once the database {@code handrail} answers. A server that an earlier process left on the directory is
         * stopped first.
         *
         * @throws FreePort.PortTaken            when something else listens on the port
         * @throws LocalDirectory.DirectoryInUse when another process has the directory
         */
        public LocalPostgres start() {
            LocalDirectory directory = LocalDirectory.keptOrTemporary(dataDirectory, "postgres");
            try {
                return startIn(directory);
            } catch (RuntimeException | Error e) {
                directory.close();
                throw e;
            }
        }

        private LocalPostgres startIn(LocalDirectory directory) {
            PostgresAccount runAs = account == null ? PostgresAccount.forThisProcess() : account;
            var binaries = PostgresBinaries.unpackedBelow(runAs.cache(System.getenv()));
            var cluster = new PostgresCluster(directory, runAs, binaries,
                    durable == null ? !directory.isTemporary() : durable);
            String superuserPassword = Secrets.keptIn(directory.resolve("superuser-password"));
            String password = Secrets.keptIn(directory.resolve("password"));
            PostgresProcess.stopOrphan(cluster.data());
            cluster.make(superuserPassword);
            for (int tries = 1; ; tries++) {
                int listener = FreePort.orAny(port, "PostgreSQL server");
                PostgresProcess process = cluster.start(listener, maxConnections, overrides);
                if (process.awaitReady()) {
                    var postgres = new LocalPostgres(directory, process, listener, password);
                    prepare(postgres, superuserPassword);
                    return postgres;
                }
                if (tries == TRIES_FOR_A_FREE_PORT) {
                    throw new IllegalStateException("PostgreSQL did not start, see " + cluster.log());
                }
            }
        }

        private static void prepare(LocalPostgres postgres, String superuserPassword) {
            var superuser = new LocalDatabase("jdbc:postgresql://127.0.0.1:" + postgres.port + "/postgres",
                    PostgresCluster.SUPERUSER, superuserPassword);
            try (Connection connection = superuser.connect(); Statement statement = connection.createStatement()) {
                if (!exists(statement, "select 1 from pg_roles where rolname = '" + USER + "'")) {
                    statement.execute("create role " + USER + " login createdb");
                }
                statement.execute("alter role " + USER + " password '" + postgres.password + "'");
                if (!exists(statement, "select 1 from pg_database where datname = '" + USER + "'")) {
                    statement.execute("create database " + USER + " owner " + USER);
                }
            } catch (SQLException e) {
                postgres.close();
                throw new IllegalStateException("The database of Handrail can't be prepared", e);
            }
        }

        private static boolean exists(Statement statement, String query) throws SQLException {
            try (var rows = statement.executeQuery(query)) {
                return rows.next();
            }
        }
    }
}
