package org.handrail.standalone.command;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.handrail.local.OwnerOnly;
import org.handrail.standalone.stack.Infrastructure;
import org.handrail.standalone.stack.Logging;
import org.handrail.standalone.stack.Ports;
import org.handrail.standalone.stack.StackSettings;

/** Only broker, database and mailbox, for services that run as processes of their own. */
public final class Infra implements Command {

    @Override
    public String name() {
        return "infra";
    }

    @Override
    public String summary() {
        return "run only Kafka, PostgreSQL and the mailbox, and print the settings for services of their own";
    }

    @Override
    public int run(List<String> arguments) throws Exception {
        Arguments.none(this, arguments);
        Logging.prepareOnce(Terminal.settings());
        Ports ports = Ports.of(Terminal.settings());
        Infrastructure infrastructure = Infrastructure.start(Terminal.dataDirectory(), ports, Terminal.settings(),
                Clock.systemUTC(), Set.of());
        UntilStopped stopped = UntilStopped.closing(infrastructure);
        StackSettings settings = StackSettings.of(infrastructure, ports, Terminal.settings());
        Path file = infrastructure.directory().resolve("env");
        OwnerOnly.write(file, settings.asShell());
        System.out.println("""

                Broker, database and mailbox are ready after %s.%s

                Settings for the services, also in %s:

                %s
                Start each service in a terminal of its own:

                  . %s
                  java -jar intake-service/target/*.jar
                  java -jar followup-service/target/*.jar
                  java -jar notifier-service/target/*.jar

                Ctrl-C stops broker, database and mailbox.""".formatted(Terminal.seconds(Terminal.running()),
                infrastructure.mailbox().map(mailbox -> " Mails are shown at " + mailbox.webUrl()).orElse(""),
                file, settings.asShell(), file));
        stopped.await();
        return 0;
    }
}
