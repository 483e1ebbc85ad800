package org.handrail.standalone.command;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.handrail.intake.source.command.KeyCommand;
import org.handrail.local.LocalDatabase;
import org.handrail.standalone.stack.Logging;
import org.handrail.standalone.stack.SetupException;

/** API keys of sources, in the database that HANDRAIL_DB_URL names. */
public record Keys(String name, String summary) implements Command {

    public static Keys make() {
        return new Keys("key", "make an API key for a source and show it, this once: key SOURCE");
    }

    public static Keys list() {
        return new Keys("keys", "list the API keys");
    }

    public static Keys revoke() {
        return new Keys("revoke", "take an API key out of force: revoke ID");
    }

    @Override
    public int run(List<String> arguments) {
        Logging.prepareOnce(Terminal.settings());
        checkDatabase(Terminal.settings());
        return KeyCommand.run(Stream.concat(Stream.of(name), arguments.stream()).toArray(String[]::new), System.out);
    }

    /** At once, where the services wait for a database that is still starting. */
    static void checkDatabase(Map<String, String> settings) {
        var database = new LocalDatabase(setting(settings, "URL"), setting(settings, "USER"), setting(settings, "PASSWORD"));
        try (var connection = database.connect()) {
            connection.isValid(1);
        } catch (SQLException e) {
            throw new SetupException("The database at " + database.jdbcUrl() + " does not answer: is Handrail running?");
        }
    }

    private static String setting(Map<String, String> settings, String name) {
        return settings.getOrDefault("HANDRAIL_INTAKE_DB_" + name, settings.getOrDefault("HANDRAIL_DB_" + name, ""));
    }
}
