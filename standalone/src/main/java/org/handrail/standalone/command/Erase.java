package org.handrail.standalone.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.handrail.local.LocalDatabase;
import org.handrail.standalone.erasure.FileTraces;
import org.handrail.standalone.erasure.Forms;
import org.handrail.standalone.erasure.LogTraces;
import org.handrail.standalone.erasure.RunningServices;
import org.handrail.standalone.erasure.Trace;
import org.handrail.standalone.erasure.jdbc.TableTraces;
import org.handrail.standalone.stack.SetupException;
import tools.jackson.databind.JsonNode;

/** Erases a person from the Handrail that runs, says what went and what stays, and looks for what may be left. */
public final class Erase implements Command {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String KEPT = """
              kept, without contact details
                consents and stops (notifier: consent_act)      proof, six years after they ended
                deliveries, appointments, timeline              what happened, by id and code
                audit log (followup: audit_log)                 who saw the record, six years
              still to go, by itself
                Kafka     contacts.v1 and its dead letters, within two days: a log segment is closed after 12 hours,
                          the tombstone is said again then, and compaction follows within 24 hours of it
                database  the files of the tables are written anew an hour from now (HANDRAIL_ERASURE_PURGE_AFTER);
                          the write-ahead log until PostgreSQL has recycled it; backups as long as they are kept
              ./handrail erase scan looks for an address when that time is over.
            """;

    @Override
    public String name() {
        return "erase";
    }

    @Override
    public String summary() {
        return "erase a person: erase CLIENT-ID, or SOURCE/REFERENCE; erase find and erase scan read an address";
    }

    @Override
    public int run(List<String> words) throws Exception {
        if (words.size() != 1) {
            throw new SetupException("""
                    ./handrail erase CLIENT-ID           as in the address of the person's page in the console
                    ./handrail erase SOURCE/REFERENCE    by the reference of a source of bookings
                    ./handrail erase find                ids of those with an address or number, read from the terminal
                    ./handrail erase scan                looks for an address, read from the terminal, in database and logs""");
        }
        return switch (words.get(0)) {
            case "find" -> find(services(), readFromTerminal());
            case "scan" -> scan(readFromTerminal());
            default -> erase(services(), words.get(0));
        };
    }

    private static RunningServices services() {
        return RunningServices.of(Terminal.settings());
    }

    private static int find(RunningServices services, String sought) throws InterruptedException {
        List<UUID> found = services.with(sought);
        found.forEach(System.out::println);
        if (found.isEmpty()) {
            System.out.println("Nobody has that address or number.");
        }
        return found.isEmpty() ? 1 : 0;
    }

    private static int erase(RunningServices services, String whom) throws InterruptedException {
        Optional<UUID> erased = services.erase(whom);
        if (erased.isEmpty()) {
            System.out.println("Nothing was erased: there is nobody of that id or reference.");
            return 1;
        }
        System.out.println("Erased " + erased.get() + ".");
        Map<String, JsonNode> reports = services.reports(erased.get(), PATIENCE);
        reports.forEach((service, report) -> {
            System.out.println("  " + service + (report.isMissingNode()
                    ? " has not followed yet: it will, when it runs and Kafka can be reached" : ""));
            report.path("erased").properties().forEach(rows ->
                    System.out.printf("    %-34s %s%n", rows.getKey(), rows.getValue().asString()));
        });
        System.out.print(KEPT);
        return reports.values().stream().anyMatch(JsonNode::isMissingNode) ? 3 : 0;
    }

    private static int scan(String sought) throws Exception {
        Forms forms = Forms.of(sought);
        Map<String, String> settings = Terminal.settings();
        Keys.checkDatabase(settings);
        List<Trace> found = new ArrayList<>();
        var database = new LocalDatabase(settings.get("HANDRAIL_DB_URL"), settings.getOrDefault("HANDRAIL_DB_USER", ""),
                settings.getOrDefault("HANDRAIL_DB_PASSWORD", ""));
        try (var connection = database.connect()) {
            found.addAll(TableTraces.in(connection, forms));
        }
        System.out.println("Looked through every row of the database.");
        for (String part : List.of("kafka", "postgres")) {
            Path directory = Terminal.dataDirectory().resolve(part);
            if (Files.isDirectory(directory)) {
                found.addAll(FileTraces.below(directory, forms));
                found.addAll(part.equals("kafka") ? LogTraces.below(directory, forms) : List.of());
                System.out.println("Looked at every byte below " + directory + ".");
            }
        }
        found.forEach(trace -> System.out.println("  found in " + trace));
        System.out.println(found.isEmpty() ? "Nothing was found." : found.size() + " places hold it.");
        return found.isEmpty() ? 0 : 1;
    }

    /** An argument would stay in the shell's history and show in the list of processes. */
    private static String readFromTerminal() throws IOException {
        System.err.println("Address or telephone number:");
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        String line = in.readLine();
        if (line == null || line.isBlank()) {
            throw new SetupException("An address or telephone number is to be given on standard input");
        }
        return line.strip();
    }
}
