package org.handrail.standalone.stack;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingInitializationContext;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.logging.LoggingSystemProperties;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * Logging is one for the JVM, but each service sets it up at its start; two that do so at the same time leave it mute. So
 * it is set up before them, and they find it done.
 */
public final class Logging {

    private static boolean prepared;

    private Logging() {
    }

    public static synchronized void prepareOnce(Map<String, String> environment) {
        if (prepared) {
            return;
        }
        prepared = true;
        Map<String, Object> properties = new LinkedHashMap<>();
        // one name for the process: each service would set its own, and the last would sign the lines of all
        properties.put("spring.application.name", "handrail");
        if ("json".equals(environment.get("HANDRAIL_LOG_FORMAT"))) {
            properties.put("logging.structured.format.console", "ecs");
        }
        var settings = new StandardEnvironment();
        settings.getPropertySources().addFirst(new MapPropertySource("standalone", properties));
        LoggingSystem logging = LoggingSystem.get(Logging.class.getClassLoader());
        logging.beforeInitialize();
        new LoggingSystemProperties(settings).apply();
        logging.initialize(new LoggingInitializationContext(settings), null, null);
        logging.setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
        logging.setLogLevel("org.handrail", LogLevel.INFO);
        // the broker warns of what is ordinary where it starts and stops with its clients
        logging.setLogLevel("kafka", LogLevel.ERROR);
        logging.setLogLevel("org.apache.kafka.controller", LogLevel.ERROR);
        logging.setLogLevel("org.apache.kafka.clients.NetworkClient", LogLevel.ERROR);
    }
}
