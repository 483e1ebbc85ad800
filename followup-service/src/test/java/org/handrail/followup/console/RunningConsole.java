package org.handrail.followup.console;

import java.util.ArrayList;
import java.util.List;
import org.handrail.followup.FollowupDatabase;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

/** A started console on a port of its own, for tests that speak HTTP. Several may share a database. */
public final class RunningConsole implements AutoCloseable {

    public static final String PASSWORD = "correct horse battery";

    private final ServletWebServerApplicationContext context;

    public RunningConsole(FollowupDatabase database, String... settings) {
        List<String> all = new ArrayList<>(List.of(
                "--spring.config.name=followup",
                "--server.port=0", "--management.server.port=0", "--handrail.service=followup",
                "--handrail.db.url=" + database.url(), "--handrail.db.user=" + database.user(),
                "--handrail.db.password=" + database.password(),
                "--spring.datasource.hikari.schema=" + database.schema(),
                "--spring.flyway.enabled=false",
                "--handrail.admin.password=" + PASSWORD,
                "--handrail.internal.token=test-token",
                "--handrail.notifier.url=http://localhost:1",
                "--logging.level.root=warn"));
        for (String setting : settings) {
            all.removeIf(other -> other.startsWith(setting.substring(0, setting.indexOf('=') + 1)));
            all.add(setting);
        }
        context = (ServletWebServerApplicationContext) new SpringApplicationBuilder(ConsoleOnly.class)
                .run(all.toArray(String[]::new));
    }

    public int port() {
        return context.getWebServer().getPort();
    }

    public String address(String path) {
        return "http://localhost:" + port() + path;
    }

    public <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}
