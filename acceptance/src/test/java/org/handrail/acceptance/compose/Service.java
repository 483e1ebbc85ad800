package org.handrail.acceptance.compose;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.handrail.acceptance.project.Project;

/** A service of ours as its own configuration describes it: ports, and the settings it reads. */
enum Service {

    INTAKE, FOLLOWUP, NOTIFIER;

    private static final Pattern DEFAULT = Pattern.compile("\\$\\{[^:}]+:(\\d+)}");

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    String module() {
        return id() + "-service";
    }

    Map<String, String> configuration() {
        return Project.properties(module() + "/src/main/resources/" + id() + ".yml");
    }

    /** Where it listens when nothing is set. */
    int port() {
        return port("server.port");
    }

    int managementPort() {
        return port("management.server.port");
    }

    /** Names of environment variables that change something in this service. */
    Set<String> settings() {
        return Settings.readBy(this);
    }

    private int port(String property) {
        String value = configuration().get(property);
        if (value == null) {
            throw new AssertionError(id() + ".yml sets no " + property);
        }
        Matcher placeholder = DEFAULT.matcher(value);
        return Integer.parseInt(placeholder.matches() ? placeholder.group(1) : value);
    }
}
