package org.handrail.notifier.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.handrail.notifier.dkim.DkimSigner;
import org.handrail.notifier.template.Discretion;
import org.handrail.notifier.template.RevealingWords;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.support.PropertySourcesPlaceholderConfigurer;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** Providers as the environment names them. */
class SmtpConfigurationTest {

    @Test
    void hasOneProviderUnlessTheEnvironmentNamesASecond() {
        assertThat(connections(Map.of("HANDRAIL_SMTP_URL", "smtp://localhost:1?connections=3"))).containsExactly(3);
        assertThat(connections(Map.of("HANDRAIL_SMTP_URL", "smtp://localhost:1?connections=3",
                "HANDRAIL_SMTP_URL_2", ""))).containsExactly(3);
        assertThat(connections(Map.of("HANDRAIL_SMTP_URL", "smtp://localhost:1?connections=3",
                "HANDRAIL_SMTP_URL_2", "smtps://u:p@mail.example.org?connections=5"))).containsExactly(3, 5);
    }

    @Test
    void saysWhichOneIsWrong() {
        assertThatThrownBy(() -> connections(Map.of("HANDRAIL_SMTP_URL_2", "smtp://u:secret@mail.example.org?tls=none")))
                .hasRootCauseMessage("HANDRAIL_SMTP_URL_2 must not give a password away: with one, TLS can't be"
                        + " optional outside this machine");
    }

    private static List<Integer> connections(Map<String, Object> environment) {
        try (var context = new AnnotationConfigApplicationContext()) {
            context.getEnvironment().getPropertySources().addFirst(
                    new SystemEnvironmentPropertySource("given", environment));
            context.registerBean(PropertySourcesPlaceholderConfigurer.class);
            context.registerBean(Discretion.class, () -> new Discretion(new RevealingWords(List.of())));
            context.registerBean(DkimSigner.class, DkimSigner::unsigned);
            context.registerBean(SmtpConfiguration.class);
            context.refresh();
            return context.getBean(SmtpProviders.class).mailers().stream().map(AngusMailer::connections).toList();
        }
    }
}
