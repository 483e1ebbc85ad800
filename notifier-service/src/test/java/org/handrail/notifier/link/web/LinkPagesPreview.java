package org.handrail.notifier.link.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.handrail.contract.Language;
import org.handrail.contract.Purpose;
import org.handrail.notifier.link.ClientLink;
import org.handrail.notifier.link.LinkTokens;
import org.handrail.notifier.template.Reminders;
import org.handrail.notifier.template.Rendering;
import org.handrail.notifier.template.mustache.Renderings;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * For looking at pages and mails in a browser: serves the pages, writes each mail's HTML into a folder and prints the
 * addresses. {@code main PORT FOLDER}; ends with the process.
 */
final class LinkPagesPreview {

    private LinkPagesPreview() {
    }

    public static void main(String[] args) throws IOException {
        ConfigurableApplicationContext context = new SpringApplication(LinkPagesApplication.class).run(
                "--spring.config.import=classpath:handrail-platform.yml", "--handrail.service=notifier",
                "--spring.flyway.enabled=false", "--handrail.db.url=jdbc:postgresql://localhost:1/none",
                "--management.server.port=-1", "--server.port=" + args[0]);
        LinkTokens tokens = context.getBean(LinkTokens.class);
        Rendering rendering = Reminders.rendering();
        for (Language language : Language.values()) {
            var until = LinkPagesApplication.NOW.plus(Duration.ofDays(1));
            System.out.println(language + " http://localhost:" + args[0] + "/s/" + tokens.seal(new ClientLink.Stop(
                    UUID.randomUUID(), Purpose.APPOINTMENT_REMINDERS, language, until), LinkPagesApplication.NOW));
            System.out.println(language + " http://localhost:" + args[0] + "/c/" + tokens.seal(
                    new ClientLink.ConfirmAddress(UUID.randomUUID(), 1, language, until), LinkPagesApplication.NOW));
            System.out.println(language + " http://localhost:" + args[0] + "/a/" + tokens.seal(new ClientLink.Answer(
                    UUID.randomUUID(), UUID.randomUUID(), 1, language, until), LinkPagesApplication.NOW));
            System.out.println(language + " http://localhost:" + args[0] + "/p/" + tokens.seal(
                    new ClientLink.Preferences(UUID.randomUUID(), 1, language, until), LinkPagesApplication.NOW));
            System.out.println(language + " http://localhost:" + args[0] + "/n/" + tokens.seal(new ClientLink.NewAddress(
                    UUID.randomUUID(), UUID.randomUUID(), language, until), LinkPagesApplication.NOW));
            for (String key : Renderings.KEYS) {
                Files.writeString(Path.of(args[1], language.tag() + "-" + key + ".html"),
                        rendering.render(Reminders.reminder(key, language, "Alex")).html());
            }
        }
    }
}
