package org.handrail.local;

import java.util.Map;
import java.util.TreeMap;

/** Settings of a server for a handful of clients on one machine: loopback only, little memory, few processes. */
final class PostgresSettings {

    /** For data that nobody will miss after a crash. */
    static final Map<String, String> FORGETFUL = Map.of(
            "fsync", "off", "synchronous_commit", "off", "full_page_writes", "off");

    private PostgresSettings() {
    }

    static Map<String, String> small(int port, int maxConnections) {
        return new TreeMap<>(Map.ofEntries(
                Map.entry("listen_addresses", "127.0.0.1"),
                Map.entry("port", Integer.toString(port)),
                Map.entry("unix_socket_directories", ""),
                Map.entry("max_connections", Integer.toString(maxConnections)),
                Map.entry("shared_buffers", "48MB"),
                Map.entry("work_mem", "4MB"),
                Map.entry("max_wal_size", "512MB"),
                Map.entry("wal_level", "minimal"),
                Map.entry("max_wal_senders", "0"),
                Map.entry("io_method", "sync"),
                Map.entry("jit", "off"),
                Map.entry("max_worker_processes", "2"),
                Map.entry("max_parallel_workers_per_gather", "0"),
                Map.entry("max_logical_replication_workers", "0"),
                Map.entry("autovacuum_max_workers", "2"),
                Map.entry("timezone", "UTC"),
                Map.entry("log_timezone", "UTC"),
                // statements and the details of errors may hold what clients wrote
                Map.entry("log_error_verbosity", "terse"),
                Map.entry("log_min_error_statement", "panic"),
                Map.entry("log_min_messages", "warning")));
    }
}
