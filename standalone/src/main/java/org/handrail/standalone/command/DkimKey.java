package org.handrail.standalone.command;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.handrail.notifier.dkim.file.KeyCommand;
import org.handrail.notifier.smtp.Sender;
import org.handrail.standalone.stack.SetupException;

/** Keys that sign mail: makes one, or shows those there are with the records to publish. */
public final class DkimKey implements Command {

    private static final String USAGE = "./handrail dkim-key shows the keys; ./handrail dkim-key new makes one:"
            + " --algorithm rsa|ed25519, --domain, --selector, --from 2026-12-01";

    @Override
    public String name() {
        return "dkim-key";
    }

    @Override
    public String summary() {
        return "show the keys that sign mail and what to publish; dkim-key new makes one";
    }

    @Override
    public int run(List<String> words) throws Exception {
        Arguments arguments = Arguments.of(words);
        Map<String, String> settings = Terminal.settings();
        String chosen = settings.get("HANDRAIL_DKIM_KEYS");
        Path directory = chosen == null ? Terminal.dataDirectory().resolve("dkim") : Path.of(chosen).toAbsolutePath();
        try {
            Sender sender = Sender.parse(settings.getOrDefault(
                    "HANDRAIL_MAIL_FROM", "Front Desk <frontdesk@example.org>"), null, null);
            KeyCommand command = new KeyCommand(directory, sender.domain(), Clock.systemUTC(), System.out);
            if (arguments.words().isEmpty() && arguments.options().isEmpty()) {
                return command.list() ? 0 : 1;
            }
            if (!arguments.words().equals(List.of("new")) || !KeyCommand.OPTIONS.containsAll(arguments.options().keySet())) {
                throw new SetupException(USAGE);
            }
            command.make(arguments.options());
        } catch (IllegalArgumentException e) {
            throw new SetupException(e.getMessage());
        }
        if (chosen == null) {
            System.out.println("\nThen set HANDRAIL_DKIM_KEYS=" + directory + " and start Handrail again.");
        }
        return 0;
    }
}
