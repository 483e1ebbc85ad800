package org.handrail.standalone.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.handrail.local.LocalDatabase;
import org.handrail.standalone.process.Door;
import org.handrail.standalone.process.InfraProcess;
import org.handrail.standalone.process.ServiceProcess;
import org.handrail.standalone.stack.Ports;
import org.handrail.standalone.stack.Service;

/** Infrastructure and services, each a process that can be killed and started again in the same place. */
final class Installation implements AutoCloseable {

    private final Path directory;
    private final Ports ports = Ports.free();
    private final String smtpUrl;
    private final Map<Service, ServiceProcess> services = new EnumMap<>(Service.class);
    private InfraProcess infra;
    private Map<String, String> settings;

    Installation(Path directory, String smtpUrl) throws InterruptedException, IOException {
        this.directory = directory;
        this.smtpUrl = smtpUrl;
        try {
            startInfra();
            for (Service service : Service.values()) {
                start(service);
            }
            for (ServiceProcess service : services.values()) {
                service.awaitReady();
            }
        } catch (RuntimeException | InterruptedException | IOException e) {
            close();
            throw e;
        }
    }

    /** What can be killed. */
    enum Part {
        INTAKE, FOLLOWUP, NOTIFIER, INFRA;

        String words() {
            return this == INFRA ? "broker and database" : name().toLowerCase(Locale.ROOT) + "-service";
        }
    }

    void kill(Part part) throws InterruptedException {
        if (part == Part.INFRA) {
            infra.kill();
        } else {
            services.get(Service.valueOf(part.name())).kill();
        }
    }

    void startAgain(Part part) throws InterruptedException, IOException {
        if (part == Part.INFRA) {
            startInfra();
        } else {
            start(Service.valueOf(part.name()));
            services.get(Service.valueOf(part.name())).awaitReady();
        }
    }

    private void startInfra() throws InterruptedException, IOException {
        infra = InfraProcess.start(directory.resolve("data"), ports, smtpUrl, log("infra"));
        settings = infra.awaitSettings();
    }

    private void start(Service service) throws IOException {
        services.put(service, ServiceProcess.start(
                service, ports, settings, log(service.name().toLowerCase(Locale.ROOT))));
    }

    private Path log(String name) throws IOException {
        return Files.createDirectories(directory.resolve("logs")).resolve(name + ".log");
    }

    Door door() {
        String key = settings.get("HANDRAIL_INTAKE_BOOTSTRAP_KEY");
        return new Door(settings.get("HANDRAIL_INTAKE_URL"), key.substring(key.indexOf('=') + 1));
    }

    LocalDatabase database() {
        return new LocalDatabase(settings.get("HANDRAIL_DB_URL"), settings.get("HANDRAIL_DB_USER"),
                settings.get("HANDRAIL_DB_PASSWORD"));
    }

    @Override
    public void close() {
        services.values().forEach(ServiceProcess::close);
        infra.close();
    }
}
