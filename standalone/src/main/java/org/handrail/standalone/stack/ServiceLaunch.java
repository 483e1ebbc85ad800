package org.handrail.standalone.stack;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringApplicationRunListener;
import org.springframework.boot.bootstrap.ConfigurableBootstrapContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.CommandLinePropertySource;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * Starts a service beside others in this JVM. Settings and clock go in by Spring Boot's hook, which belongs to the
 * starting thread: the settings are read exactly like environment variables, and a service needs no door for the clock.
 */
final class ServiceLaunch implements SpringApplicationRunListener {

    private static final String[] ONE_OF_SEVERAL = {
        // the stack closes services and infrastructure in order; hooks of each service would race with that
        "--spring.main.register-shutdown-hook=false",
        "--logging.register-shutdown-hook=false"
    };

    /** Spring Boot sets up the JVM's logging for each application; two that do it at once break each other's start. */
    private static final ReentrantLock LOGGING = new ReentrantLock();

    private final Clock clock;
    private final Map<String, Object> variables;

    private ServiceLaunch(Clock clock, Map<String, String> variables) {
        this.clock = clock;
        this.variables = Map.copyOf(variables);
    }

    static ConfigurableApplicationContext launch(Service service, Clock clock, Map<String, String> variables) {
        var launch = new ServiceLaunch(clock, variables);
        LOGGING.lock();
        try {
            return SpringApplication.withHook(application -> launch, () -> service.start(ONE_OF_SEVERAL));
        } finally {
            loggingIsSetUp();
        }
    }

    private static void loggingIsSetUp() {
        if (LOGGING.isHeldByCurrentThread()) {
            LOGGING.unlock();
        }
    }

    @Override
    public void environmentPrepared(ConfigurableBootstrapContext bootstrap, ConfigurableEnvironment environment) {
        // Spring Boot takes names like these for environment variables only under this ending
        var source = new SystemEnvironmentPropertySource("stack-systemEnvironment", variables);
        environment.getPropertySources()
                .addAfter(CommandLinePropertySource.COMMAND_LINE_PROPERTY_SOURCE_NAME, source);
    }

    @Override
    public void contextPrepared(ConfigurableApplicationContext context) {
        loggingIsSetUp();
        context.getBeanFactory().registerSingleton("stackClock", clock);
    }
}
