package org.handrail.standalone.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.handrail.notifier.bounce.file.BounceCommand;
import org.handrail.standalone.stack.SetupException;

/** Reads bounces from files, as the bounce mailbox would be read, and only tells what they say. */
public final class Bounces implements Command {

    private static final String USAGE = "./handrail bounces FOLDER|FILE|MBOX... [--format table|csv|json] [--show]";

    @Override
    public String name() {
        return "bounces";
    }

    @Override
    public String summary() {
        return "tell what bounces in a folder, a maildir or an mbox say; changes nothing";
    }

    @Override
    public int run(List<String> words) throws Exception {
        Arguments arguments = Arguments.of(words.stream().filter(word -> !word.equals("--show")).toList());
        String format = arguments.options().getOrDefault("format", "table");
        if (arguments.words().isEmpty() || !Set.of("format").containsAll(arguments.options().keySet())
                || !Set.of("table", "csv", "json").contains(format)) {
            throw new SetupException(USAGE);
        }
        List<Path> named = arguments.words().stream().map(Path::of).collect(Collectors.toList());
        for (Path each : named) {
            if (!Files.isReadable(each)) {
                throw new SetupException("There is nothing to read at " + each);
            }
        }
        return new BounceCommand(System.out, System.err).classify(named, format, words.contains("--show")) ? 0 : 1;
    }
}
