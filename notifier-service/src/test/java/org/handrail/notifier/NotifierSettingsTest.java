package org.handrail.notifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class NotifierSettingsTest {

    @Test
    void comeFromTheEnvironmentByTheNamesInTheDocuments() {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new SystemEnvironmentPropertySource("test-systemEnvironment", Map.of(
                "HANDRAIL_NOTIFIER_SEND_WINDOW_FROM", "09:30",
                "HANDRAIL_NOTIFIER_SEND_WINDOW_UNTIL", "18:00",
                "HANDRAIL_NOTIFIER_RECEIPTS_PER_ADDRESS", "5",
                "HANDRAIL_NOTIFIER_RETRY_FIRST", "90s",
                "HANDRAIL_NOTIFIER_RETRY_LONGEST", "1h",
                "HANDRAIL_NOTIFIER_INSTANCE", "left")));

        NotifierSettings settings = new Binder(ConfigurationPropertySources.from(
                environment.getPropertySources().get("test-systemEnvironment")))
                .bind("handrail.notifier", NotifierSettings.class).get();

        assertThat(settings).isEqualTo(new NotifierSettings(
                new NotifierSettings.SendWindowHours(LocalTime.of(9, 30), LocalTime.of(18, 0)), 5,
                new NotifierSettings.Retry(Duration.ofSeconds(90), Duration.ofHours(1)), Duration.ofSeconds(20),
                "left"));
    }
}
