package org.handrail.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalPostgresTest {

    @TempDir
    Path directory;

    @Test
    void keepsDataAndPasswordAcrossARestart() throws Exception {
        LocalDatabase before;
        try (var postgres = LocalPostgres.builder().dataDirectory(directory).start()) {
            before = postgres.database();
            execute(before, "create table kept as select 42 as number");
        }

        try (var postgres = LocalPostgres.builder().dataDirectory(directory).start()) {
            assertThat(postgres.password()).isEqualTo(before.password());
            assertThat(number(postgres.database(), "select number from kept")).isEqualTo(42);
        }
    }

    @Test
    void givesEachAskerADatabaseOfItsOwn() throws Exception {
        LocalDatabase one = LocalInfra.shared().newDatabase("OrdersTest");
        LocalDatabase other = LocalInfra.shared().newDatabase("OrdersTest");

        execute(one, "create table mine (id int)");

        assertThat(number(other, "select count(*) from pg_tables where tablename = 'mine'")).isZero();
        assertThat(one.jdbcUrl()).isNotEqualTo(other.jdbcUrl());
    }

    @Test
    void refusesWhoeverDoesNotKnowThePassword() {
        LocalDatabase right = LocalInfra.shared().postgres().database();
        var wrong = new LocalDatabase(right.jdbcUrl(), right.user(), "guessed");
        var superuser = new LocalDatabase(right.jdbcUrl(), "postgres", "");

        assertThatThrownBy(wrong::connect).isInstanceOf(SQLException.class);
        assertThatThrownBy(superuser::connect).isInstanceOf(SQLException.class);
    }

    @Test
    void listensOnTheLoopbackInterfaceOnly() throws Exception {
        int port = LocalInfra.shared().postgres().port();
        InetAddress outside = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress() && address.getAddress().length == 4)
                .findFirst().orElse(null);
        assumeTrue(outside != null, "this machine has the loopback interface only");

        assertThatThrownBy(() -> new Socket(outside, port).close()).isInstanceOf(ConnectException.class);
    }

    @Test
    void keepsItsPasswordsToItsOwner() throws Exception {
        try (var postgres = LocalPostgres.builder().dataDirectory(directory).start()) {
            assertThat(postgres.password()).hasSize(32);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("password"))))
                    .isEqualTo("rw-------");
            assertThat(directory.resolve("initdb.password")).doesNotExist();
            assertThat(postgres.database().toString()).doesNotContain(postgres.password());
        }
    }

    @Test
    void saysThatAnotherServerHasTheDirectory() {
        try (var first = LocalPostgres.builder().dataDirectory(directory).start()) {
            assertThat(first.port()).isPositive();
            assertThatThrownBy(() -> LocalPostgres.builder().dataDirectory(directory).start())
                    .isInstanceOf(LocalDirectory.DirectoryInUse.class);
        }
    }

    @Test
    void saysThatThePortIsTaken() {
        int taken = LocalInfra.shared().postgres().port();

        assertThatThrownBy(() -> LocalPostgres.builder().port(taken).start())
                .isInstanceOf(FreePort.PortTaken.class)
                .hasMessageContaining("" + taken);
    }

    @Test
    void startsOverAfterTheFirstInitialisationWasCutShort() throws Exception {
        Files.createDirectories(directory.resolve("data.new/base"));
        Files.writeString(directory.resolve("data.new/PG_VERSION"), "18\n");

        try (var postgres = LocalPostgres.builder().dataDirectory(directory).start()) {
            assertThat(number(postgres.database(), "select 1")).isOne();
        }
    }

    @Test
    void isNotMisledByAProcessNumberThatBelongsToSomebodyElseByNow() throws Exception {
        LocalPostgres.builder().dataDirectory(directory).start().close();
        Files.writeString(directory.resolve("data/postmaster.pid"),
                ProcessHandle.current().pid() + "\n" + directory.resolve("data") + "\n0\n1\n\n127.0.0.1\n0 0\nready\n");

        try (var postgres = LocalPostgres.builder().dataDirectory(directory).start()) {
            assertThat(number(postgres.database(), "select 1")).isOne();
        }
    }

    @Test
    void runsAsNobodyWhereRootMayNotMakeNamespaces() throws Exception {
        assumeTrue(PostgresAccount.forThisProcess() != PostgresAccount.OURS, "needs root");

        try (var postgres = LocalPostgres.builder().account(PostgresAccount.NOBODY).start()) {
            assertThat(number(postgres.database(), "select 1")).isOne();
        }
    }

    static void execute(LocalDatabase database, String sql) throws SQLException {
        try (var connection = database.connect(); var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static int number(LocalDatabase database, String sql) throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
