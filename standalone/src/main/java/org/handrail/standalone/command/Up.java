package org.handrail.standalone.command;

import java.util.List;
import org.handrail.local.OwnerOnly;
import org.handrail.standalone.stack.Port;
import org.handrail.standalone.stack.Ports;
import org.handrail.standalone.stack.Stack;

/** Everything on this machine, until it is told to stop. */
public final class Up implements Command {

    @Override
    public String name() {
        return "up";
    }

    @Override
    public String summary() {
        return "run everything on this machine, data kept in HANDRAIL_DATA_DIR (.handrail)";
    }

    @Override
    public int run(List<String> arguments) throws Exception {
        Arguments.none(this, arguments);
        System.out.println("Starting Handrail, data in " + Terminal.dataDirectory());
        Stack stack = Stack.builder()
                .environment(Terminal.settings())
                .ports(Ports.of(Terminal.settings()))
                .dataDirectory(Terminal.dataDirectory())
                .start();
        UntilStopped stopped = UntilStopped.closing(stack);
        OwnerOnly.write(stack.infrastructure().directory().resolve("env"), stack.settings().asShell());
        System.out.println(welcome(stack));
        stack.infrastructure().noteFirstStart();
        stopped.await();
        return 0;
    }

    private static String welcome(Stack stack) {
        var text = new StringBuilder("""

                Handrail is ready after %s.

                  inquiry form and API  %s
                  console of the staff  %s
                  links of the clients  %s
                """.formatted(Terminal.seconds(Terminal.running()), stack.intakeUrl(), stack.consoleUrl(), stack.linksUrl()));
        stack.mailbox().ifPresent(mailbox -> text.append("""
                  mailbox               %s  (mail stays on this machine: set HANDRAIL_SMTP_URL to send it)
                """.formatted(mailbox.webUrl())));
        text.append("""
                  health and metrics    http://localhost:%d, :%d, :%d
                """.formatted(stack.ports().get(Port.INTAKE_MANAGEMENT), stack.ports().get(Port.CONSOLE_MANAGEMENT),
                stack.ports().get(Port.LINKS_MANAGEMENT)));
        if (stack.infrastructure().isFirstStart()) {
            text.append(firstStart(stack));
        }
        return text.append("\nCtrl-C stops it.").toString();
    }

    private static String firstStart(Stack stack) {
        return """

                This is the first start; what follows is shown only now and kept in
                %s

                  sign in at the console as admin with  %s
                  API key of the source "first"         %s
                  secret of the telephone webhooks      %s
                """.formatted(stack.infrastructure().secretsFile(),
                stack.settings().variables().get("HANDRAIL_ADMIN_PASSWORD"), stack.secrets().apiKey(),
                stack.settings().variables().get("HANDRAIL_WEBHOOK_SECRET"));
    }
}
