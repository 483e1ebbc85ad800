package org.handrail.standalone.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.handrail.local.LocalDatabase;
import org.handrail.messaging.kafka.KafkaSettings;
import org.handrail.messaging.kafka.Topics;
import org.handrail.standalone.stack.Infrastructure;
import org.handrail.standalone.stack.Port;
import org.handrail.standalone.stack.Ports;
import org.handrail.standalone.stack.Service;
import org.handrail.standalone.stack.StackSettings;

/** Broker and database in this process on temporary data, each service in one of its own, all on free ports. */
public final class SeparateServices implements AutoCloseable {

    private final Infrastructure infrastructure;
    private final Map<String, String> settings;
    private final List<ServiceProcess> running = new ArrayList<>();

    private SeparateServices(Infrastructure infrastructure, Map<String, String> settings) {
        this.infrastructure = infrastructure;
        this.settings = settings;
    }

    /** @param smtpUrl where mail goes */
    public static SeparateServices start(Set<Service> services, String smtpUrl)
            throws InterruptedException, IOException {
        return start(services, Map.of("HANDRAIL_SMTP_URL", smtpUrl));
    }

    /** @param chosen settings as a person would give them; mail must go somewhere else */
    public static SeparateServices start(Set<Service> services, Map<String, String> chosen)
            throws InterruptedException, IOException {
        Ports ports = Ports.free();
        Set<Port> needed = EnumSet.noneOf(Port.class);
        services.forEach(service -> needed.add(service.port()));
        Infrastructure infrastructure = Infrastructure.start(null, ports, chosen, Clock.systemUTC(), needed);
        SeparateServices started = new SeparateServices(
                infrastructure, StackSettings.of(infrastructure, ports, chosen).variables());
        try {
            new Topics(new KafkaSettings(started.bootstrap(), "handrail.", (short) 1, null)).ensure();
            for (Service service : services) {
                started.launch(service, ports);
            }
            for (ServiceProcess service : started.running) {
                service.awaitReady();
            }
            return started;
        } catch (RuntimeException | InterruptedException | IOException e) {
            started.close();
            throw e;
        }
    }

    /** One more instance of a service, on ports of its own; returns once it is ready. */
    public ServiceProcess add(Service service) throws InterruptedException, IOException {
        return launch(service, Ports.free()).awaitReady();
    }

    private ServiceProcess launch(Service service, Ports ports) throws IOException {
        Map<String, String> own = new HashMap<>(settings);
        own.put(service.port().variable(), Integer.toString(ports.get(service.port())));
        own.put(service.management().variable(), Integer.toString(ports.get(service.management())));
        Path log = Files.createTempFile("handrail-" + service.name().toLowerCase(Locale.ROOT) + "-", ".log");
        ServiceProcess launched = ServiceProcess.start(service, ports, own, log);
        running.add(launched);
        return launched;
    }

    /** Every instance that was started and not stopped since. */
    public List<ServiceProcess> running() {
        return List.copyOf(running);
    }

    public void stopServices() {
        running.forEach(ServiceProcess::close);
        running.clear();
    }

    public String bootstrap() {
        return settings.get("HANDRAIL_KAFKA_BOOTSTRAP");
    }

    public LocalDatabase database() {
        return infrastructure.postgres().orElseThrow().database();
    }

    /** Of the account {@code admin}. */
    public String adminPassword() {
        return settings.get("HANDRAIL_ADMIN_PASSWORD");
    }

    public Door door() {
        return new Door(settings.get("HANDRAIL_INTAKE_URL"), infrastructure.secrets().apiKey());
    }

    @Override
    public void close() {
        stopServices();
        infrastructure.close();
    }
}
