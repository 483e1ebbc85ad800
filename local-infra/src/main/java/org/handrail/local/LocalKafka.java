package org.handrail.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;
import org.jspecify.annotations.Nullable;

/**
 * A real Kafka broker in this process: KRaft, one node that is broker and controller, on the loopback interface, without
 * authentication. A kept directory survives restart and kill -9; there, records wait in the page cache of the operating
 * system like in any Kafka with default settings, so a power cut can take the last ones.
 */
public final class LocalKafka implements AutoCloseable {

    private static final String NODE_ID = "1";

    private final LocalDirectory directory;
    private final KafkaRaftServer server;
    private final int port;
    private boolean closed;

    private LocalKafka(LocalDirectory directory, KafkaRaftServer server, int port) {
        this.directory = directory;
        this.server = server;
        this.port = port;
    }

    public static Builder builder() {
        return new Builder();
    }

    public static LocalKafka start() {
        return builder().start();
    }

    /** For {@code bootstrap.servers}. */
    public String bootstrap() {
        return "127.0.0.1:" + port;
    }

    public int port() {
        return port;
    }

    /** Safe to call again. */
    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            try {
                server.shutdown();
                server.awaitShutdown();
            } finally {
                directory.close();
            }
        }
    }

    /** How to start a broker. */
    public static final class Builder {

        private int port;
        private @Nullable Path dataDirectory;
        private final Map<String, String> overrides = new HashMap<>();

        private Builder() {
        }

        /** 0, the default, takes any free one. */
        public Builder port(int port) {
            this.port = port;
            return this;
        }

        /** Kept after close; without it the data is temporary. */
        public Builder dataDirectory(Path dataDirectory) {
            this.dataDirectory = dataDirectory;
            return this;
        }

        /**
         * For a broker that nobody will start again on the same data: it may be slow for a long time before it is taken
         * for dead, as on a busy test machine.
         */
        public Builder startedOnce() {
            return setting("broker.session.timeout.ms", "60000");
        }

        /** Any setting of the broker, over those chosen here. */
        public Builder setting(String name, String value) {
            overrides.put(name, value);
            return this;
        }

        /**
         * Returns once the broker takes part in the cluster and answers clients.
         *
         * @throws FreePort.PortTaken           when something else listens on the port
         * @throws LocalDirectory.DirectoryInUse when another broker has the directory
         */
        public LocalKafka start() {
            LocalDirectory directory = LocalDirectory.keptOrTemporary(dataDirectory, "kafka");
            if (directory.isTemporary()) {
                startedOnce();
            }
            try {
                int listener = FreePort.orAny(port, "Kafka broker");
                Path logs = directory.resolve("log");
                format(logs);
                var config = new KafkaConfig(settings(listener, FreePort.any(), logs), false);
                var server = new KafkaRaftServer(config, Time.SYSTEM);
                server.startup();
                return new LocalKafka(directory, server, listener);
            } catch (RuntimeException | Error e) {
                directory.close();
                throw e;
            }
        }

        private Map<String, String> settings(int listener, int controller, Path logs) {
            Map<String, String> settings = new HashMap<>(KafkaSettings.small());
            settings.put("node.id", NODE_ID);
            settings.put("process.roles", "broker,controller");
            settings.put("listeners", "PLAINTEXT://127.0.0.1:" + listener + ",CONTROLLER://127.0.0.1:" + controller);
            settings.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + listener);
            settings.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
            settings.put("controller.listener.names", "CONTROLLER");
            settings.put("controller.quorum.voters", NODE_ID + "@127.0.0.1:" + controller);
            settings.put("log.dirs", logs.toString());
            settings.putAll(overrides);
            return settings;
        }

        private static void format(Path logs) {
            var formatter = new Formatter()
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream()))
                    .setNodeId(Integer.parseInt(NODE_ID))
                    .setClusterId(clusterId(logs))
                    .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
                    .setControllerListenerName("CONTROLLER")
                    .setMetadataLogDirectory(logs.toString())
                    .addDirectory(logs.toString())
                    .setIgnoreFormatted(true);
            try {
                Files.createDirectories(logs);
                formatter.run();
            } catch (Exception e) {
                throw new IllegalStateException("Kafka's directory " + logs + " can't be formatted", e);
            }
        }

        private static String clusterId(Path logs) {
            Path file = logs.resolve("meta.properties");
            if (!Files.exists(file)) {
                return Uuid.randomUuid().toString();
            }
            try (InputStream in = Files.newInputStream(file)) {
                var properties = new Properties();
                properties.load(in);
                return properties.getProperty("cluster.id");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
