package org.handrail.intake.source.command;

import java.io.PrintStream;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.handrail.intake.source.ApiKey;
import org.handrail.intake.source.ApiKeys;
import org.handrail.intake.source.Source;
import org.handrail.intake.source.jdbc.KeyTable;
import org.handrail.platform.time.ClockConfiguration;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.context.annotation.Import;

/** {@code key SOURCE}, {@code keys} and {@code revoke ID}: needs the database alone. */
public final class KeyCommand {

    public static final Set<String> NAMES = Set.of("key", "keys", "revoke");

    private static final String USAGE = """
            usage: key SOURCE   makes an API key for a source and shows it, this once
                   keys         lists the keys
                   revoke ID    takes a key out of force
            """;

    private final ApiKeys keys;
    private final Clock clock;
    private final PrintStream out;

    KeyCommand(ApiKeys keys, Clock clock, PrintStream out) {
        this.keys = keys;
        this.clock = clock;
        this.out = out;
    }

    /** The database and nothing else. */
    @SpringBootConfiguration
    @Import({KeyTable.class, ClockConfiguration.class})
    @ImportAutoConfiguration({DataSourceAutoConfiguration.class, DataSourceTransactionManagerAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class, JdbcClientAutoConfiguration.class, FlywayAutoConfiguration.class})
    static class DatabaseAlone {
    }

    /**
     * @param settings {@code name=value}, beside those of the environment
     * @return the exit code
     */
    public static int run(String[] arguments, PrintStream out, String... settings) {
        try (var context = new SpringApplicationBuilder(DatabaseAlone.class)
                .web(WebApplicationType.NONE)
                .properties("spring.config.name=intake")
                .properties(settings)
                .run()) {
            return new KeyCommand(context.getBean(ApiKeys.class), context.getBean(Clock.class), out)
                    .execute(Arrays.asList(arguments));
        }
    }

    int execute(List<String> arguments) {
        try {
            if (arguments.size() == 2 && arguments.get(0).equals("key")) {
                return make(new Source(arguments.get(1)));
            }
            if (arguments.size() == 1 && arguments.get(0).equals("keys")) {
                return list();
            }
            if (arguments.size() == 2 && arguments.get(0).equals("revoke")) {
                return revoke(UUID.fromString(arguments.get(1)));
            }
            out.print(USAGE);
        } catch (IllegalArgumentException e) {
            out.println(e.getMessage());
        }
        return 2;
    }

    private int make(Source source) {
        ApiKey key = ApiKey.random();
        keys.add(source, key, clock.instant());
        out.println(key.secret());
        return 0;
    }

    private int list() {
        keys.all().forEach(key -> out.println(key.id() + "  " + key.source().name() + "  since " + key.createdAt()
                + (key.revokedAt() == null ? "" : "  revoked " + key.revokedAt())));
        return 0;
    }

    private int revoke(UUID id) {
        boolean revoked = keys.revoke(id, clock.instant());
        out.println(revoked ? "revoked" : "There is no key in force with that id.");
        return revoked ? 0 : 1;
    }
}
