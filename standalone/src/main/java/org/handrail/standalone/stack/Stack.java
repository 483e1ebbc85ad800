package org.handrail.standalone.stack;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.handrail.local.LocalMailbox;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The whole product in this JVM: infrastructure and all services, started in parallel, each service as its own Spring
 * application with its own settings. Several stacks may run beside each other.
 */
public final class Stack implements AutoCloseable {

    private final Infrastructure infrastructure;
    private final Ports ports;
    private final StackSettings settings;
    private final Map<Service, ConfigurableApplicationContext> services = new EnumMap<>(Service.class);
    private boolean closed;

    private Stack(Infrastructure infrastructure, Ports ports, StackSettings settings) {
        this.infrastructure = infrastructure;
        this.ports = ports;
        this.settings = settings;
    }

    public static Builder builder() {
        return new Builder();
    }

    public String intakeUrl() {
        return settings.variables().get("HANDRAIL_INTAKE_URL");
    }

    public String consoleUrl() {
        return settings.variables().get("HANDRAIL_CONSOLE_URL");
    }

    public String linksUrl() {
        return settings.variables().get("HANDRAIL_LINKS_URL");
    }

    /** Health and metrics. */
    public String managementUrl(Service service) {
        return "http://localhost:" + ports.get(service.management());
    }

    public Ports ports() {
        return ports;
    }

    /** As environment variables; they hold secrets. */
    public StackSettings settings() {
        return settings;
    }

    public StackSecrets secrets() {
        return infrastructure.secrets();
    }

    public Infrastructure infrastructure() {
        return infrastructure;
    }

    /** None when mail goes to a server elsewhere. */
    public Optional<LocalMailbox> mailbox() {
        return infrastructure.mailbox();
    }

    /** The one that the beans of a service get. */
    Clock clockOf(Service service) {
        synchronized (services) {
            return services.get(service).getBean(Clock.class);
        }
    }

    private void start(Clock clock) {
        List<Callable<?>> starts = new ArrayList<>();
        for (Service service : Service.values()) {
            starts.add(() -> {
                ConfigurableApplicationContext context = ServiceLaunch.launch(service, clock, settings.variables());
                synchronized (services) {
                    services.put(service, context);
                }
                return context;
            });
        }
        InParallel.run(starts);
    }

    /** Services first, all at once, so that what they hold is finished on a database and a broker that still answer. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        List<Callable<?>> stops = new ArrayList<>();
        synchronized (services) {
            services.values().forEach(context -> stops.add(() -> {
                context.close();
                return null;
            }));
        }
        try {
            InParallel.run(stops);
        } finally {
            infrastructure.close();
        }
    }

    /** What a stack is made of. By default all is temporary, on free ports, at the machine's time. */
    public static final class Builder {

        private Clock clock = Clock.systemUTC();
        private @Nullable Ports ports;
        private @Nullable Path dataDirectory;
        private final Map<String, String> environment = new LinkedHashMap<>();

        private Builder() {
        }

        /** The time that all services and the mailbox see. */
        public Builder clock(Clock clock) {
            this.clock = clock;
            return this;
        }

        /** Without it, free ones are taken. */
        public Builder ports(Ports ports) {
            this.ports = ports;
            return this;
        }

        /** Kept after close; without it all data is temporary. */
        public Builder dataDirectory(Path dataDirectory) {
            this.dataDirectory = dataDirectory;
            return this;
        }

        /** Another mail server than the local mailbox, which is then not started. */
        public Builder smtpUrl(String smtpUrl) {
            environment.put("HANDRAIL_SMTP_URL", smtpUrl);
            return this;
        }

        /** HANDRAIL_ variables that win over what the stack would choose. */
        public Builder environment(Map<String, String> environment) {
            this.environment.putAll(environment);
            return this;
        }

        /** One more of them, such as HANDRAIL_MAIL_FROM. */
        public Builder setting(String variable, String value) {
            environment.put(variable, value);
            return this;
        }

        /**
         * Returns when every service answers.
         *
         * @throws SetupException when ports are taken or another Handrail has the data directory
         */
        public Stack start() {
            Logging.prepareOnce(environment);
            Ports chosen = ports == null ? Ports.free() : ports;
            Set<Port> needed = EnumSet.noneOf(Port.class);
            Arrays.stream(Service.values()).forEach(service -> needed.addAll(List.of(service.port(), service.management())));
            Infrastructure infrastructure = Infrastructure.start(dataDirectory, chosen, environment, clock, needed);
            var stack = new Stack(infrastructure, chosen, StackSettings.of(infrastructure, chosen, environment));
            try {
                stack.start(clock);
                return stack;
            } catch (RuntimeException | Error e) {
                stack.close();
                throw e;
            }
        }
    }
}
