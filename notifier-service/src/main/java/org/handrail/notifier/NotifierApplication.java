package org.handrail.notifier;

import org.handrail.messaging.MessagingConfiguration;
import org.handrail.platform.PlatformConfiguration;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/** The notifier service, as a process of its own or one of several in a JVM. */
@SpringBootApplication
@ConfigurationPropertiesScan
@Import({PlatformConfiguration.class, MessagingConfiguration.class})
public class NotifierApplication {

    public static void main(String[] args) {
        start(args);
    }

    /** @param args as on the command line: {@code --handrail.kafka.bootstrap=localhost:9092} */
    public static ConfigurableApplicationContext start(String... args) {
        return new SpringApplicationBuilder(NotifierApplication.class)
                .properties("spring.config.name=notifier")
                .run(args);
    }
}
