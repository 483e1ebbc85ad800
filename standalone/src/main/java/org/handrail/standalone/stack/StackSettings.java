package org.handrail.standalone.stack;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The settings that services need to find each other and the infrastructure, as environment variables. What the person
 * who runs Handrail has set stays as it is.
 */
public final class StackSettings {

    private static final Set<String> NOT_FOR_SERVICES = Set.of(
            "HANDRAIL_DATA_DIR", "HANDRAIL_CACHE_DIR", "HANDRAIL_JAVA_OPTIONS", "HANDRAIL_NO_BUILD", "HANDRAIL_CHROMIUM",
            "HANDRAIL_TEST_JDK", "HANDRAIL_DB_SHARED_BUFFERS", Port.DATABASE.variable(), Port.KAFKA.variable(), Port.MAILBOX.variable(),
            Port.SMTP.variable());

    private final Map<String, String> variables;

    private StackSettings(Map<String, String> variables) {
        this.variables = variables;
    }

    public static StackSettings of(Infrastructure infrastructure, Ports ports, Map<String, String> chosen) {
        Map<String, String> variables = new LinkedHashMap<>();
        infrastructure.postgres().ifPresent(postgres -> {
            variables.put("HANDRAIL_DB_URL", postgres.jdbcUrl());
            variables.put("HANDRAIL_DB_USER", postgres.database().user());
            variables.put("HANDRAIL_DB_PASSWORD", postgres.password());
        });
        infrastructure.kafka().ifPresent(kafka -> variables.put("HANDRAIL_KAFKA_BOOTSTRAP", kafka.bootstrap()));
        infrastructure.mailbox().ifPresent(mailbox -> variables.put("HANDRAIL_SMTP_URL", mailbox.smtpUrl()));
        for (Port port : new Port[] {Port.INTAKE, Port.CONSOLE, Port.LINKS, Port.INTAKE_MANAGEMENT,
                Port.CONSOLE_MANAGEMENT, Port.LINKS_MANAGEMENT}) {
            variables.put(port.variable(), Integer.toString(ports.get(port)));
        }
        variables.put("HANDRAIL_INTAKE_URL", local(ports, Port.INTAKE));
        variables.put("HANDRAIL_INTAKE_INTERNAL_URL", local(ports, Port.INTAKE));
        variables.put("HANDRAIL_CONSOLE_URL", local(ports, Port.CONSOLE));
        variables.put("HANDRAIL_LINKS_URL", local(ports, Port.LINKS));
        variables.put("HANDRAIL_NOTIFIER_URL", local(ports, Port.LINKS));
        StackSecrets secrets = infrastructure.secrets();
        variables.put("HANDRAIL_INTERNAL_TOKEN", secrets.internalToken());
        variables.put("HANDRAIL_WEBHOOK_SECRET", secrets.webhookSecret());
        variables.put("HANDRAIL_INTAKE_BOOTSTRAP_KEY", "first=" + secrets.apiKey());
        variables.put("HANDRAIL_ADMIN_PASSWORD", secrets.adminPassword());
        chosen.forEach((name, value) -> {
            if (name.startsWith("HANDRAIL_") && !value.isBlank() && !NOT_FOR_SERVICES.contains(name)) {
                variables.put(name, value);
            }
        });
        return new StackSettings(variables);
    }

    private static String local(Ports ports, Port port) {
        return "http://localhost:" + ports.get(port);
    }

    /** By name; those of the environment are among them. Hold secrets. */
    public Map<String, String> variables() {
        return Map.copyOf(variables);
    }

    /** To be read by a shell: {@code . file}. */
    public String asShell() {
        var lines = new StringBuilder();
        variables.forEach((name, value) ->
                lines.append("export ").append(name).append("='").append(value.replace("'", "'\\''")).append("'\n"));
        return lines.toString();
    }
}
