package org.handrail.standalone.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.handrail.local.LocalDirectory;
import org.handrail.local.LocalKafka;
import org.handrail.local.LocalMailbox;
import org.handrail.local.LocalPostgres;
import org.jspecify.annotations.Nullable;

/**
 * Broker, database and mailbox of one data directory. A part that the settings place elsewhere (HANDRAIL_KAFKA_BOOTSTRAP,
 * HANDRAIL_DB_URL, HANDRAIL_SMTP_URL) is not started.
 */
public final class Infrastructure implements AutoCloseable {

    private static final int MOST_CONNECTIONS = 60;
    private static final String DATABASE_MEMORY = "HANDRAIL_DB_SHARED_BUFFERS";
    private static final String USUAL_MEMORY = "48MB";

    private final LocalDirectory directory;
    private final Ports ports;
    private final Map<String, String> environment;
    private final StackSecrets secrets;
    private @Nullable LocalKafka kafka;
    private @Nullable LocalPostgres postgres;
    private @Nullable LocalMailbox mailbox;

    private Infrastructure(LocalDirectory directory, Ports ports, Map<String, String> environment) {
        this.directory = directory;
        this.ports = ports;
        this.environment = environment;
        this.secrets = StackSecrets.keptIn(directory.resolve("secrets.properties"));
    }

    /**
     * @param dataDirectory null for one that is deleted at the end
     * @param alsoNeeded    ports that must be free, too
     * @throws SetupException when a port is taken or another Handrail has the directory
     */
    public static Infrastructure start(@Nullable Path dataDirectory, Ports ports, Map<String, String> environment,
            Clock clock, Set<Port> alsoNeeded) {
        LocalDirectory directory = directory(dataDirectory);
        Infrastructure infrastructure = null;
        try {
            infrastructure = new Infrastructure(directory, ports, environment);
            infrastructure.start(clock, alsoNeeded);
            return infrastructure;
        } catch (RuntimeException | Error e) {
            if (infrastructure == null) {
                directory.close();
            } else {
                infrastructure.close();
            }
            throw e;
        }
    }

    private static LocalDirectory directory(@Nullable Path dataDirectory) {
        try {
            return dataDirectory == null ? LocalDirectory.temporary("stack") : LocalDirectory.kept(dataDirectory);
        } catch (LocalDirectory.DirectoryInUse e) {
            throw new SetupException(e.getMessage() + ". Stop it first, or set another one in HANDRAIL_DATA_DIR.");
        } catch (UncheckedIOException e) {
            throw new SetupException("The data directory " + dataDirectory + " can't be used ("
                    + e.getCause().getClass().getSimpleName() + "). Set another one in HANDRAIL_DATA_DIR.");
        }
    }

    private void start(Clock clock, Set<Port> alsoNeeded) {
        boolean ownKafka = !isSet("HANDRAIL_KAFKA_BOOTSTRAP");
        boolean ownDatabase = !isSet("HANDRAIL_DB_URL");
        boolean ownMailbox = !isSet("HANDRAIL_SMTP_URL");
        List<Callable<?>> starts = new ArrayList<>();
        Set<Port> needed = EnumSet.noneOf(Port.class);
        needed.addAll(alsoNeeded);
        if (ownKafka) {
            needed.add(Port.KAFKA);
            starts.add(() -> kafka = kafkaBuilder().start());
        }
        if (ownDatabase) {
            needed.add(Port.DATABASE);
            starts.add(() -> postgres = LocalPostgres.builder().port(ports.get(Port.DATABASE))
                    .dataDirectory(directory.resolve("postgres")).durable(!directory.isTemporary())
                    .maxConnections(MOST_CONNECTIONS)
                    .setting("shared_buffers", environment.getOrDefault(DATABASE_MEMORY, USUAL_MEMORY)).start());
        }
        if (ownMailbox) {
            needed.add(Port.MAILBOX);
            needed.add(Port.SMTP);
            starts.add(() -> mailbox = LocalMailbox.builder().smtpPort(ports.get(Port.SMTP))
                    .webPort(ports.get(Port.MAILBOX)).directory(directory.resolve("mail")).clock(clock).start());
        }
        if (ownDatabase) {
            LocalPostgres.stopOrphan(directory.resolve("postgres"));
        }
        ports.checkFree(needed);
        InParallel.run(starts);
    }

    private LocalKafka.Builder kafkaBuilder() {
        LocalKafka.Builder builder = LocalKafka.builder()
                .port(ports.get(Port.KAFKA))
                .dataDirectory(directory.resolve("kafka"));
        return directory.isTemporary() ? builder.startedOnce() : builder;
    }

    private boolean isSet(String variable) {
        return !environment.getOrDefault(variable, "").isBlank();
    }

    /** None when mail goes elsewhere. */
    public Optional<LocalMailbox> mailbox() {
        return Optional.ofNullable(mailbox);
    }

    public Optional<LocalPostgres> postgres() {
        return Optional.ofNullable(postgres);
    }

    public Optional<LocalKafka> kafka() {
        return Optional.ofNullable(kafka);
    }

    public StackSecrets secrets() {
        return secrets;
    }

    public Path directory() {
        return directory.path();
    }

    public Path secretsFile() {
        return directory.resolve("secrets.properties");
    }

    /** True until {@link #noteFirstStart} was called on this directory, by whichever process. */
    public boolean isFirstStart() {
        return !Files.exists(directory.resolve("started-before"));
    }

    public void noteFirstStart() {
        try {
            Files.writeString(directory.resolve("started-before"), "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        List<Callable<?>> stops = new ArrayList<>();
        for (AutoCloseable part : Arrays.asList(kafka, postgres, mailbox)) {
            if (part != null) {
                stops.add(() -> {
                    part.close();
                    return null;
                });
            }
        }
        try {
            InParallel.run(stops);
        } finally {
            directory.close();
        }
    }
}
