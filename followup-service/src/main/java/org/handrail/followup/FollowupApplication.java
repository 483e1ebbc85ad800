package org.handrail.followup;

import org.handrail.messaging.MessagingConfiguration;
import org.handrail.platform.PlatformConfiguration;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/** The follow-up service, as a process of its own or one of several in a JVM. */
@SpringBootApplication
@Import({PlatformConfiguration.class, MessagingConfiguration.class})
public class FollowupApplication {

    public static void main(String[] args) {
        start(args);
    }

    /** @param args as on the command line: {@code --handrail.kafka.bootstrap=localhost:9092} */
    public static ConfigurableApplicationContext start(String... args) {
        return new SpringApplicationBuilder(FollowupApplication.class)
                .properties("spring.config.name=followup")
                .run(args);
    }
}
